/** Why a file can't be read as a table of people. Each has its own words. */
export type UnreadableReason =
  | 'empty'
  | 'no-rows'
  | 'too-large'
  | 'not-opened'
  | 'workbook'
  | 'pdf'
  | 'web-page'
  | 'json'
  | 'binary'
  | 'open-quote'

const SIGNATURES: readonly (readonly [reason: UnreadableReason, bytes: readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]], // xlsx, ods, numbers: all ZIP archives
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]], // xls
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
]

/** What the first bytes say a file is, or null where it may be text. */
export function spotSignature(bytes: Uint8Array): UnreadableReason | null {
  const found = SIGNATURES.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  )
  return found?.[0] ?? null
}

// Control characters that no text has; tab and line ends are fine.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g
const LOOKED_AT = 4_096

/** What decoded text is, where it is no table, or null. */
export function spotOtherText(text: string): UnreadableReason | null {
  const start = text.slice(0, LOOKED_AT)
  if (start.trim() === '') return text.trim() === '' ? 'empty' : null
  if ((start.match(CONTROL)?.length ?? 0) > start.length / 20) return 'binary'
  if (/^\s*<(?:!doctype|html|\?xml|table)\b/i.test(start)) return 'web-page'
  if (/^\s*(?:\{\s*"|\[\s*[{[])/.test(start)) return 'json'
  return null
}
