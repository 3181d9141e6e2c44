import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Handler } from './rest-proxy.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = /^(text|application\/(json|manifest)|image\/svg)/

/** Quality 5 of 11: close to the smallest, without making the first visitor wait. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

type Encoding = 'br' | 'gzip' | 'identity'
type CachedFile = {
  readonly modifiedMs: number
  readonly etag: string
  readonly bodies: Map<Encoding, Uint8Array<ArrayBuffer>>
}

/**
 * Serves a built single-page app: files by their names, `index.html` for every other page.
 * Hashed files below `/assets` may be kept for ever; everything else is asked for again.
 */
export function createStaticFiles(folder: string): Handler {
  const cache = new Map<string, CachedFile>()

  async function load(path: string): Promise<CachedFile | null> {
    const info = await stat(path).catch(() => null)
    if (!info?.isFile()) return null
    const known = cache.get(path)
    if (known?.modifiedMs === info.mtimeMs) return known
    const body = new Uint8Array(await readFile(path))
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const file = { modifiedMs: info.mtimeMs, etag, bodies: new Map([['identity' as const, body]]) }
    cache.set(path, file)
    return file
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method not allowed\n', { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    const path = toFilePath(new URL(request.url).pathname)
    if (path === null) return notFound()
    const named = await load(join(folder, path))
    // A page address has no extension; a missing script must not be answered with HTML.
    const shown = named ? path : extname(path) === '' ? '/index.html' : null
    const file = named ?? (shown && (await load(join(folder, shown))))
    return file && shown ? answer(request, shown, file) : notFound()
  }
}

/** The path of a file inside the folder, or null for an address that tries to leave it. */
function toFilePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname)
    if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) {
      return null
    }
    return normalize(decoded.endsWith('/') ? `${decoded}index.html` : decoded)
  } catch {
    return null
  }
}

async function answer(request: Request, path: string, file: CachedFile): Promise<Response> {
  const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream'
  const headers = new Headers({
    'content-type': type,
    'cache-control': path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (request.headers.get('if-none-match')?.includes(file.etag)) {
    return new Response(null, { status: 304, headers })
  }
  const encoding = COMPRESSIBLE.test(type) ? chooseEncoding(request) : 'identity'
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  return new Response(await encode(file, encoding), { headers })
}

function chooseEncoding(request: Request): Encoding {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

async function encode(file: CachedFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.bodies.get(encoding)
  if (known) return known
  const plain = file.bodies.get('identity') ?? new Uint8Array()
  const packed =
    encoding === 'br'
      ? await promisify(brotliCompress)(plain, BROTLI)
      : await promisify(gzip)(plain)
  const body = new Uint8Array(packed)
  file.bodies.set(encoding, body)
  return body
}

function notFound(): Response {
  return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-cache' } })
}
