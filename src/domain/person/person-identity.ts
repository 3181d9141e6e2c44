import { sanitiseText } from '../../lib/sanitise-text.ts'
import { digitsOf, e164OfDigits, type E164 } from '../phone/e164.ts'

/**
 * What tells that two records are of one person. WhatsApp may give a `lid` in place of the
 * phone: an id that hides it, the same for one person as long as they keep their account.
 */
export type PersonIdentity =
  | { readonly kind: 'phone'; readonly e164: E164 }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'whatsapp-lid'; readonly lid: string }

/** An e-mail address in one form, lower-case, or null where it can't be one. */
export function parseEmail(text: string): string | null {
  const address = sanitiseText(text)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  // Deliberately wide: only a message that arrives proves an address.
  return address.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/.test(address)
    ? address
    : null
}

/** Whom a WhatsApp id names: `447700900123@s.whatsapp.net`, `…@c.us` or `…@lid`; null for groups. */
export function parseWhatsappId(text: string): PersonIdentity | null {
  const match = /^(\d{6,20})(?::\d+)?@(s\.whatsapp\.net|c\.us|lid)$/.exec(text.trim().toLowerCase())
  if (match === null) return null
  const [, digits = '', server] = match
  if (server === 'lid') return { kind: 'whatsapp-lid', lid: digits }
  const e164 = e164OfDigits(digits)
  return e164 === null ? null : { kind: 'phone', e164 }
}

/** One text for one identity, to compare and to index by: `phone:447700900123`. */
export function identityKey(identity: PersonIdentity): string {
  switch (identity.kind) {
    case 'phone':
      return `phone:${digitsOf(identity.e164)}`
    case 'email':
      return `email:${identity.address}`
    case 'whatsapp-lid':
      return `whatsapp-lid:${identity.lid}`
  }
}
