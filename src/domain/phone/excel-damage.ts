const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?\s?e\s?\+?\s?\d{1,3}$/i
const ERROR_CELL = /^#(?:#*|name\?|value!|num!|ref!|n\/a|null!|div\/0!|error!)$/i
const GROUPED = /^\d{1,3}(?:,\d{3}){2,}$/

/** True for what a spreadsheet shows in place of digits: `4.474E+11`, `#NAME?`, `########`. */
export function isExcelDamage(cleaned: string): boolean {
  return SCIENTIFIC.test(cleaned) || ERROR_CELL.test(cleaned)
}

/** `447,700,900,123` is one number with thousands separators; anything else stays as it is. */
export function withoutThousands(cleaned: string): string {
  return GROUPED.test(cleaned) ? cleaned.replaceAll(',', '') : cleaned
}
