import { sanitiseText } from '../../lib/sanitise-text.ts'

// Zero of each script whose digits people on British sites write: Arabic, Persian and Urdu,
// Devanagari, Bengali, Gurmukhi, Gujarati. Full-width digits are covered by NFKC.
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6]

const LABEL =
  /^(?:whats\s?app|telephone|tel|phone|mobile|mob|cell|landline|home|work|sms|callto|wa|m|t)(?:\s?(?:no|number))?\s?[.:]*\s?(?=[+(\d])/i
const TRAILING_LABEL =
  /\s?[-(]?\s?\b(?:whats\s?app|mobile|mob|cell|landline|home|work|office)\s?\)?$/i
const CHAT_LINK = /^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)/i
// A WhatsApp id of a person, with or without a device number. `@lid` hides the phone and stays.
const CHAT_SERVER = /(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i

function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((start) => code >= start && code < start + 10)
  return zero === undefined ? digit : String(code - zero)
}

/**
 * The part of a cell or field that matters, in plain characters: digits of any script as
 * ASCII, every dash as "-", every blank as one space, line breaks as ";", no invisible marks,
 * and without the wrapping that exports put around it: quotes, the apostrophe and "=" of
 * spreadsheets, `tel:`, `whatsapp:`, "Mobile: ", chat links.
 */
export function cleanPhoneText(text: string): string {
  const plain = sanitiseText(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, toAsciiDigit)
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
