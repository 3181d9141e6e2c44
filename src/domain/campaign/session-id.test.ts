import fc from 'fast-check'
import { expect, test } from 'vitest'
import { e164OfDigits, isE164 } from '../phone/e164.ts'
import { campaignSlug, compactSlug, MAX_SLUG_LENGTH } from './campaign-slug.ts'
import { generateCampaignUid } from './campaign-uid.ts'
import { parseSessionId, sessionId, toSessionId } from './session-id.ts'

const compact = 'plumberlondon'
const digits = '447700900123'

test('a session id is made of campaign, uid and phone', () => {
  const phone = '+447700900123'
  if (!isE164(phone)) throw new Error('not E.164')
  expect(sessionId('plumber-london', 'abc123xyz', phone)).toBe(
    'plumberlondon_abc123xyz_447700900123',
  )
})

test.each([
  ['plumberlondon_abc123xyz_447700900123', { compactSlug: compact, uid: 'abc123xyz', digits }],
  ['plumberlondon_447700900123', { compactSlug: compact, uid: null, digits }],
  ['plumberlondon_+447700900123', { compactSlug: compact, uid: null, digits }],
  ['Plumber-London_abc123xyz_447700900123', { compactSlug: compact, uid: 'abc123xyz', digits }],
  ['plumber_london_447700900123', { compactSlug: compact, uid: null, digits }],
  ['driver_liverpool_447700900123', { compactSlug: 'driverliverpool', uid: null, digits }],
  [
    'plumberlondon_abc123xyz_447700900123__Postgres_Chat_Memory',
    { compactSlug: compact, uid: 'abc123xyz', digits },
  ],
  ['plumberlondon_447700900123__Postgres_Chat_Memory', { compactSlug: compact, uid: null, digits }],
  ['\u0000plumberlondon_447700900123 ', { compactSlug: compact, uid: null, digits }],
])('%j is understood', (text, parsed) => {
  expect(parseSessionId(text)).toEqual(parsed)
})

test.each([
  '',
  'test',
  'plumberlondon',
  '447700900123',
  '_447700900123',
  'plumberlondon_',
  'plumberlondon_12345',
  'plumberlondon_07700900123',
  'plumberlondon_4477009001234567',
  'plumber london_447700900123',
  '7e57d004-2b97-0e7a-b45f-5387367791cd',
  '__Postgres_Chat_Memory',
])('%j is of other making', (text) => {
  expect(parseSessionId(text)).toBeNull()
})

test('an id stands for itself without what the memory node adds', () => {
  expect(toSessionId('my session__Postgres_Chat_Memory')).toBe('my session')
  expect(toSessionId('my session')).toBe('my session')
})

test('every id we make is understood, and short enough for the backend even with the suffix', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.stringMatching(/^[1-9]\d{5,14}$/),
      fc.integer(),
      (name, phoneDigits, seed) => {
        const phone = e164OfDigits(phoneDigits)
        fc.pre(phone !== null)
        const slug = campaignSlug(name)
        const uid = generateCampaignUid(() => Math.abs(Math.sin(seed)))
        const id = sessionId(slug, uid, phone)
        const stored = `${id}__Postgres_Chat_Memory`
        expect(stored.length).toBeLessThanOrEqual(255)
        expect(parseSessionId(stored)).toEqual({
          compactSlug: compactSlug(slug),
          uid,
          digits: phoneDigits,
        })
      },
    ),
  )
})

test('the longest possible id fits', () => {
  const phone = e164OfDigits('9'.repeat(15))
  if (phone === null) throw new Error('not E.164')
  const id = sessionId('x'.repeat(MAX_SLUG_LENGTH), 'abc123xyz', phone)
  expect(`${id}__Postgres_Chat_Memory`.length).toBeLessThanOrEqual(255)
})
