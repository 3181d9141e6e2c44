/**
 * The ids of `preferredPersonIds` when `chosen` is to be contacted of the people who share a number.
 * Whoever of them was preferred before is no longer; other numbers stay as they were.
 */
export function preferPerson(
  preferred: readonly string[],
  sharing: readonly string[],
  chosen: string,
): string[] {
  return [...preferred.filter((id) => id !== chosen && !sharing.includes(id)), chosen]
}
