/** Tags in one cell of a file. */

/** Between two tags of a cell; whoever types tags can't put one into a tag. */
export const TAG_SEPARATORS = [',', ';'] as const

/** The tags of a cell in their order, each once, without blanks. */
export function splitTags(cell: string): readonly string[] {
  const tags = cell.split(/[,;]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** Tags as one cell, which `splitTags` reads back. */
export function joinTags(tags: readonly string[]): string {
  return tags.join(', ')
}
