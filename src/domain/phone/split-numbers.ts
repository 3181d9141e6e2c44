const SEPARATOR = /\s?(?:[/,;|&]|\s(?:or|and|lub|ou|oder|und|sau|y|i)\s)\s?/i

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}

/**
 * The numbers in a cell that holds more than one, or null. Two parts with six digits or more
 * are two numbers; so is a full number with a remainder ("07700 900123/4"). A slash may also
 * stand inside one number ("0171/1234567"): `isNumber` says of a text whether it is a valid
 * number by itself, and the parts are one number when only the whole is.
 */
export function splitNumbers(
  text: string,
  isNumber: (part: string) => boolean,
): readonly string[] | null {
  const parts = text.split(SEPARATOR).filter((part) => /\d/.test(part))
  if (parts.length < 2) return null
  const lengths = parts.map(countDigits)
  const several = lengths.filter((length) => length >= 6).length > 1
  const withRemainder = lengths.some((length) => length >= 10)
  if (!several && !withRemainder) return null
  return isNumber(parts.join(' ')) && !parts.some(isNumber) ? null : parts
}

/**
 * The two numbers of a text that is too long for one and has no separator but a gap, a dash
 * or a "+": "07700900123 07700900124". Null where no gap leaves a number on both sides.
 */
export function splitAtGap(
  text: string,
  isNumber: (part: string) => boolean,
): readonly string[] | null {
  for (const gap of text.matchAll(/(?<=\d)[^\d+]*(?=\+|\d)/g)) {
    const before = text.slice(0, gap.index).trim()
    const after = text.slice(gap.index + gap[0].length).trim()
    const hasGap = gap[0] !== '' || after.startsWith('+')
    if (hasGap && isNumber(before) && isNumber(after)) return [before, after]
  }
  return null
}
