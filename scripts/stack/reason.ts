/** What a caught value says about itself, as a sentence that ends with a full stop. */
export function reasonOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).trim()
  return /[.!?]$/.test(text) ? text : `${text}.`
}
