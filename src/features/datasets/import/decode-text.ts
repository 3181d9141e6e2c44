/** Text out of the bytes of a file that nobody said the encoding of. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Enough to tell a two-byte encoding by its zero bytes. */
const LOOKED_AT_BYTES = 4_096

/** Zero bytes at even and odd places: letters of Latin scripts have one in every UTF-16 pair. */
function zeroShares(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const looked = bytes.subarray(0, LOOKED_AT_BYTES)
  let even = 0
  let odd = 0
  looked.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  const pairs = Math.max(1, Math.floor(looked.length / 2))
  return { even: even / pairs, odd: odd / pairs }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * The encoding of a file's bytes: its byte order mark first, then zero bytes, then whether it is
 * sound UTF-8; what is none of these is what Western Excel writes, Windows-1252.
 */
function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const { even, odd } = zeroShares(bytes)
  if (odd > 0.4 && even < 0.1) return 'utf-16le'
  if (even > 0.4 && odd < 0.1) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The bytes as text, without a byte order mark. Bytes that are no letters become U+FFFD. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string
  readonly encoding: TextEncoding
} {
  const encoding = detectEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
