import { sanitiseText } from '../../lib/sanitise-text.ts'

const LABEL =
  /^(?:whats\s?app|telephone|tel|phone|mobile|mob|cell|landline|home|work|sms|callto|wa|m|t)(?:\s?(?:no|number))?\s?[.:]*\s?(?=[+(\d])/i
const TRAILING_LABEL =
  /\s?[-(]?\s?\b(?:whats\s?app|mobile|mob|cell|landline|home|work|office)\s?\)?$/i
const CHAT_LINK = /^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)/i
// A WhatsApp id of a person, with or without a device number. `@lid` hides the phone and stays.
const CHAT_SERVER = /(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i

const DIGIT = /\p{Nd}/u

/**
 * A script's ten digits follow each other from zero on (Unicode Standard, 4.6), so a digit is worth as
 * much as there are before it. One that stayed as it is would drop out, and leave another number.
 */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value % 10) // one script's digits may stand right behind another's
}

/**
 * The part of a cell or field that matters, in plain characters: digits of every script as
 * ASCII, every dash as "-", every blank as one space, line breaks as ";", no invisible marks,
 * and without the wrapping that exports put around it: quotes, the apostrophe and "=" of
 * spreadsheets, `tel:`, `whatsapp:`, "Mobile: ", chat links.
 */
export function cleanPhoneText(text: string): string {
  const plain = sanitiseText(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, toAsciiDigit)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
    .replace(/[\r\n]+/g, ' ; ')
    .replace(/\s+/g, ' ')
  // CSV exports put an apostrophe before "+" so that no spreadsheet runs it as a formula
  // (OWASP ASVS 1.2.10); others write ="07700…" to keep the leading zero.
  const bare = plain.replace(/^[\s='"`‘’“”]+/, '').replace(/[\s'"`‘’“”]+$/, '')
  return (
    bare
      .replace(CHAT_LINK, '')
      .replace(CHAT_SERVER, '')
      .replace(LABEL, '')
      .replace(TRAILING_LABEL, '')
      // A number column read as floating point ends in ".0"; kept, it would add a digit.
      .replace(/^(\+?\d{6,})\.0+$/, '$1')
      .trim()
  )
}
