import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addRecordings } from './recordings.ts'

const app = new Hono()
addRecordings(app, (callId) =>
  Promise.resolve(
    callId === 'call_1'
      ? { transcript: 'Agent: Hello there.\nUser: Hi.', duration: '00:00:10' }
      : null,
  ),
)
const ask = (path: string, range?: string) =>
  app.request(`/webhook/recordings/${path}`, range === undefined ? {} : { headers: { range } })

test('a recording is a WAV file as long as the call, and not silent', async () => {
  const answer = await ask('call_1.wav')
  const file = new Uint8Array(await answer.arrayBuffer())
  expect(answer.headers.get('content-type')).toBe('audio/wav')
  expect(new TextDecoder().decode(file.slice(0, 4))).toBe('RIFF')
  expect(file.length - 44).toBe(10 * 8000)
  expect(new Set(file.slice(44)).size).toBeGreaterThan(20)
})

test('parts are served, since a player that seeks asks for them', async () => {
  const answer = await ask('call_1.wav', 'bytes=100-199')
  expect(answer.status).toBe(206)
  expect(answer.headers.get('content-range')).toBe('bytes 100-199/80044')
  expect((await answer.arrayBuffer()).byteLength).toBe(100)
  expect((await ask('call_1.wav', 'bytes=90000-')).status).toBe(416)
})

test('there is no recording of a call that is not there', async () => {
  expect((await ask('call_2.wav')).status).toBe(404)
})
