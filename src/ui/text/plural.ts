import { formatNumber, locale } from './locale.ts'

const rules = new Intl.PluralRules(locale)

/** Counts things: `countOf(1, 'person', 'people')` is "1 person", 1200 of them "1,200 people". */
export function countOf(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${rules.select(count) === 'one' ? one : many}`
}
