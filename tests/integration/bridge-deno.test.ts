/** The bridge as hosted Supabase runs it: the bundle under real Deno, without network imports. */
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUNDLE = 'supabase/frontend/supabase/functions/bridge/index.js'

const ENVIRONMENT = {
  FRONTEND_URL: 'http://127.0.0.1:9',
  FRONTEND_ANON_KEY: 'anon',
  FRONTEND_SERVICE_KEY: 'service',
  BACKEND_URL: 'http://127.0.0.1:9',
  BACKEND_SERVICE_KEY: 'service',
  WEBHOOK_BASE: 'https://n8n.example/webhook',
  WEBHOOK_SECRETS: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz',
  WORKER_SECRET: 'a-secret-of-the-scheduler',
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function untilItAnswers(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('the bundled bridge starts under Deno, answers, and keeps its doors shut', async () => {
  const built = spawnSync(process.execPath, ['scripts/bridge-bundle.ts'], { cwd: ROOT })
  expect(built.status, String(built.stderr)).toBe(0)
  const port = await freePort()
  const deno = spawn(
    'node_modules/.bin/deno',
    ['run', '--cached-only', '--no-remote', '--allow-env', '--allow-net=127.0.0.1', BUNDLE],
    { cwd: ROOT, env: { ...process.env, ...ENVIRONMENT, PORT: String(port) } },
  )
  try {
    const base = `http://127.0.0.1:${port}/bridge`
    expect(await (await untilItAnswers(`${base}/health`)).json()).toEqual({ status: 'ok' })
    const work = await fetch(`${base}/work`, { method: 'POST' })
    expect(work.status).toBe(401)
    expect(await work.json()).toMatchObject({ code: 'worker_secret' })
  } finally {
    deno.kill('SIGKILL')
  }
})
