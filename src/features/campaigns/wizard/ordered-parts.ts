/** Changing a list of which the order matters. */

/** The list with one item changed. */
export function withChanged<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Item>,
): readonly Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item))
}

/** The list with the item at a place moved one up or down; at an end it stays. */
export function withMoved<Item>(items: readonly Item[], from: number, by: -1 | 1): readonly Item[] {
  const to = from + by
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
