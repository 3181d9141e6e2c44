import fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignKey, parseCampaignKey } from './campaign-key.ts'
import { campaignSlug, compactSlug, MAX_SLUG_LENGTH, nameFromSlug } from './campaign-slug.ts'
import { generateCampaignUid, isCampaignUid } from './campaign-uid.ts'

test.each([
  ['Plumber - London', 'plumber-london'],
  ['  PLUMBER – London!  ', 'plumber-london'],
  ['Plumber_London', 'plumber-london'],
  ['Électricien (Kraków) & mate', 'electricien-krakow-and-mate'],
  ['Водій Лондон', 'vodii-london'],
  ['سباك', 'campaign'],
  ['🛠️', 'campaign'],
  ['', 'campaign'],
])('a campaign shown as %j has the slug %s', (name, slug) => {
  expect(campaignSlug(name)).toBe(slug)
})

test('a long name is cut between words', () => {
  const slug = campaignSlug(`${'electrician '.repeat(6)}improver needed`)
  expect(slug).toBe(
    'electrician-electrician-electrician-electrician-electrician-electrician-improver',
  )
  expect(campaignSlug('x'.repeat(300))).toBe('x'.repeat(MAX_SLUG_LENGTH))
})

test('slugs are of one shape, within the limit, and slugs of themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const slug = campaignSlug(name)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH)
      expect(campaignSlug(slug)).toBe(slug)
    }),
  )
})

test('uids have letters and digits, whatever the dice', () => {
  const dice = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  fc.assert(
    fc.property(dice, (throws) => {
      expect(isCampaignUid(generateCampaignUid(() => throws.pop() ?? 0))).toBe(true)
    }),
  )
  for (const stuck of [0, 0.5, 0.9999, 1]) {
    expect(isCampaignUid(generateCampaignUid(() => stuck))).toBe(true)
  }
})

test.each(['447700900', 'liverpool', 'ABC123XYZ', 'abc123xy', 'abc123xyz0', 'abc-23xyz'])(
  '%s is no uid',
  (text) => {
    expect(isCampaignUid(text)).toBe(false)
  },
)

test.each([
  ['plumber-london_abc123xyz', { slug: 'plumber-london', uid: 'abc123xyz' }],
  [' Plumber-London_abc123xyz\u0000', { slug: 'plumber-london', uid: 'abc123xyz' }],
  ['plumber-london', { slug: 'plumber-london', uid: null }],
  ['Plumber - London', { slug: 'plumber-london', uid: null }],
  ['driver_liverpool', { slug: 'driver-liverpool', uid: null }],
  ['plumber-london_447700900', { slug: 'plumber-london-447700900', uid: null }],
  ['abc123xyz', { slug: 'abc123xyz', uid: null }],
  ['_abc123xyz', { slug: 'abc123xyz', uid: null }],
  ['', null],
  ['___', null],
])('the backend’s %j reads as %j', (text, parsed) => {
  expect(parseCampaignKey(text)).toEqual(parsed)
})

test('a key gives back the slug and uid it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (name, seed) => {
      const slug = campaignSlug(name)
      const uid = generateCampaignUid(() => Math.abs(Math.sin(seed)))
      expect(parseCampaignKey(campaignKey(slug, uid))).toEqual({ slug, uid })
    }),
  )
})

test('a slug can be compacted, and shown as words', () => {
  expect(compactSlug('plumber-london')).toBe('plumberlondon')
  expect(nameFromSlug('site-manager-leeds')).toBe('Site Manager Leeds')
})
