export type Sort = {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

/** Reads a sort from an address: `name` ascending, `-name` descending. */
export function parseSort(text: string): Sort {
  return text.startsWith('-')
    ? { key: text.slice(1), direction: 'descending' }
    : { key: text, direction: 'ascending' }
}

/** Writes a sort for an address. */
export function toSortText({ key, direction }: Sort): string {
  return direction === 'descending' ? `-${key}` : key
}

/** The sort after a column's head was pressed: its other direction, or ascending at first. */
export function toggleSort(current: Sort | undefined, key: string): Sort {
  const again = current?.key === key && current.direction === 'ascending'
  return { key, direction: again ? 'descending' : 'ascending' }
}
