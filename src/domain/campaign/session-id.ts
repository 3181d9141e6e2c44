/**
 * Session ids. They hold a phone number: no log, error, address or metric may carry one.
 */
import type { Brand } from '../../lib/brand.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { digitsOf, type E164 } from '../phone/e164.ts'
import { compactSlug } from './campaign-slug.ts'
import { isCampaignUid } from './campaign-uid.ts'

/** The agent's conversation with one recipient, as both databases name it. */
export type SessionId = Brand<string, 'SessionId'>

export type ParsedSessionId = {
  /** The campaign's slug without separators: `plumberlondon`. */
  readonly compactSlug: string
  /** Null in ids of the older shape. */
  readonly uid: string | null
  /** The phone's digits, country code first. */
  readonly digits: string
}

// n8n's Postgres memory node adds this when it hangs on a chat trigger (research: LangChain node).
export const MEMORY_SUFFIX = '__Postgres_Chat_Memory'

/** The id of a recipient's session: `plumberlondon_abc123xyz_447700900123`. It never changes. */
export function sessionId(slug: string, uid: string, phone: E164): SessionId {
  return `${compactSlug(slug)}_${uid}_${digitsOf(phone)}` as SessionId
}

/** An id as a table of the backend holds it, without what n8n's memory node adds to it. */
export function toSessionId(text: string): SessionId {
  const plain = sanitiseText(text).trim()
  return (
    plain.endsWith(MEMORY_SUFFIX) ? plain.slice(0, -MEMORY_SUFFIX.length) : plain
  ) as SessionId
}

/**
 * Reads what an id says about itself: `plumberlondon_abc123xyz_447700900123`, or the older
 * `plumberlondon_447700900123`. Null for ids of other making, which stand for themselves.
 */
export function parseSessionId(text: string): ParsedSessionId | null {
  const match = /^(?<name>[a-z0-9][a-z0-9_-]*)_\+?(?<digits>[1-9][0-9]{5,14})$/.exec(
    toSessionId(text).toLowerCase(),
  )
  const { name = '', digits = '' } = match?.groups ?? {}
  if (match === null) return null
  const separator = name.lastIndexOf('_')
  const last = name.slice(separator + 1)
  const uid = separator > 0 && isCampaignUid(last) ? last : null
  const slug = uid === null ? name : name.slice(0, separator)
  return { compactSlug: slug.replace(/[_-]/g, ''), uid, digits }
}
