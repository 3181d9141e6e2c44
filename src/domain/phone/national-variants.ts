import { digitsOf, e164OfDigits, type E164 } from './e164.ts'

type Rewrite = readonly [from: RegExp, to: string]

/**
 * Countries where one line is written in two ways, and how to turn each into the other.
 * - Brazil: mobiles gained a ninth digit, a 9 after the area code, until 2016; WhatsApp keeps
 *   the old form for many. Old mobiles began with 6 to 9; landlines (2 to 5) have no twin.
 * - Mexico: a 1 after +52 marked mobiles until 2019; WhatsApp still writes it.
 * - Argentina: a 9 after +54 marks a mobile called from abroad, and is often left out.
 * Source of the pain: chatwoot issues 5840, 13986, 14048, 11053.
 */
const REWRITES: readonly Rewrite[] = [
  [/^55(?<area>\d\d)9(?<line>[6-9]\d{7})$/, '55$<area>$<line>'],
  [/^55(?<area>\d\d)(?<line>[6-9]\d{7})$/, '55$<area>9$<line>'],
  [/^521(\d{10})$/, '52$1'],
  [/^52(\d{10})$/, '521$1'],
  [/^549(\d{10})$/, '54$1'],
  [/^54(\d{10})$/, '549$1'],
]

/**
 * Other ways in which the same line may be written, itself excluded. Mutual: a number is
 * among the variants of each of its variants. For matching only; a variant may not exist.
 */
export function nationalVariants(e164: E164): E164[] {
  const digits = digitsOf(e164)
  return REWRITES.filter(([from]) => from.test(digits)).flatMap(
    ([from, to]) => e164OfDigits(digits.replace(from, to)) ?? [],
  )
}
