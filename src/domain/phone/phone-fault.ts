/** Why a text is no phone number we may use. Import reports count by these. */
export const PHONE_FAULT_CODES = [
  'empty',
  'text',
  'excel-damage',
  'letter-for-digit',
  'several-numbers',
  'too-short',
  'too-long',
  'wrong-length',
  'unknown-country',
] as const

export type PhoneFaultCode = (typeof PHONE_FAULT_CODES)[number]

export type PhoneFault = {
  readonly code: PhoneFaultCode
  /** What is wrong and what to do, for the person who imports or types. */
  readonly message: string
  /** The numbers found in one cell, as they were written, for `several-numbers`. */
  readonly parts?: readonly string[]
}

const MESSAGES: Readonly<Record<PhoneFaultCode, string>> = {
  empty: 'There is no phone number. Add one, or leave this person out.',
  text: 'This has words in it that are not part of a phone number. Leave only the number.',
  'excel-damage':
    'The spreadsheet changed this number and its digits are lost. Format the column as text in the original file, then export again.',
  'letter-for-digit':
    'A letter stands where a digit should be, such as O for 0 or l for 1. Type the digit instead.',
  'several-numbers': 'There are several numbers here. Keep one, and put others on their own row.',
  'too-short': 'Digits are missing from this number. Check it against the source.',
  'too-long': 'This number has too many digits. Check it against the source.',
  'wrong-length':
    'No number of this country has this many digits. Check it, or write it with + and the country code.',
  'unknown-country':
    'No country has this code. Write the number with + and its country code, for example +44.',
}

/** A fault with its message; `parts` only where several numbers were found. */
export function phoneFault(code: PhoneFaultCode, parts?: readonly string[]): PhoneFault {
  const message = MESSAGES[code]
  return parts === undefined ? { code, message } : { code, message, parts }
}
