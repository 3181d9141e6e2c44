import { resultsText } from '../../../../ui/text/campaign-results.ts'

/** An answer in words: booleans travel as `true` and `false`. */
export function valueWords(value: string): string {
  if (value === 'true') return resultsText.yes
  return value === 'false' ? resultsText.no : value
}
