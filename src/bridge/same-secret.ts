/** Compares two secrets without telling by its duration where they differ. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  const encoder = new TextEncoder()
  const [left, right] = await Promise.all(
    [given, expected].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text))),
  )
  if (!left || !right) return false
  const a = new Uint8Array(left)
  const b = new Uint8Array(right)
  let difference = 0
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0 && expected !== ''
}
