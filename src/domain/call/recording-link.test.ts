import { expect, test } from 'vitest'
import { recordingExpiry, recordingHost } from './recording-link.ts'

test('a signed address says when it stops working, in each store’s own way', () => {
  const at = (search: string) => recordingExpiry(`https://recordings.example/a.wav?${search}`)
  expect(at('X-Amz-Date=20260901T100000Z&X-Amz-Expires=3600')).toBe('2026-09-01T11:00:00.000Z')
  expect(at('X-Goog-Date=20260901T100000Z&X-Goog-Expires=60')).toBe('2026-09-01T10:01:00.000Z')
  expect(at('Expires=1788256800&Signature=x')).toBe('2026-09-01T10:00:00.000Z')
  expect(at('se=2026-09-01T10%3A00%3A00Z')).toBe('2026-09-01T10:00:00.000Z')
})

test('an address that says nothing, or nonsense, has no end', () => {
  for (const search of ['', 'Expires=soon', 'se=later', 'X-Amz-Date=x&X-Amz-Expires=1']) {
    expect(recordingExpiry(`https://recordings.example/a.wav?${search}`)).toBeNull()
  }
  expect(recordingExpiry(null)).toBeNull()
  expect(recordingExpiry('not an address')).toBeNull()
})

test('the host is told without its port', () => {
  expect(recordingHost('http://127.0.0.1:4400/webhook/recordings/a.wav')).toBe('127.0.0.1')
  expect(recordingHost('nonsense')).toBeNull()
})
