import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStaticFiles } from './static-files.ts'

let folder: string
const get = (path: string, headers: HeadersInit = {}) =>
  createStaticFiles(join(folder, 'dist'))(new Request(`http://127.0.0.1${path}`, { headers }))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-static-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html>app')
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js'), 'export {}')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a hashed file may be kept for ever, the page is asked for each time', async () => {
  const script = await get('/assets/app-1a2b.js')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('content-type')).toContain('text/javascript')
  const page = await get('/')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(await page.text()).toContain('app')
})

test('an address of the app answers with the page, a missing file does not', async () => {
  expect(await (await get('/campaigns/7?tab=calls')).text()).toContain('app')
  expect((await get('/assets/gone.js')).status).toBe(404)
})

test.each(['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/%00', '/%E0%A4%A'])(
  '%s does not leave the folder',
  async (path) => {
    expect((await get(path)).status).not.toBe(500)
    expect(await (await get(path)).text()).not.toContain('secret')
  },
)

test('what the browser already has is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  const again = await get('/', { 'if-none-match': etag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('text is sent compressed to who understands it', async () => {
  const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe('export {}')
})
