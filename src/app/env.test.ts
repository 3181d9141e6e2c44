import { expect, test } from 'vitest'
import { parseEnv } from './env.ts'

const GOOD = {
  frontendUrl: 'http://127.0.0.1:4400/frontend',
  frontendAnonKey: 'sb_publishable_abc',
  bridgeUrl: 'http://127.0.0.1:4400/bridge',
}

const faults = (raw: unknown) => {
  const parsed = parseEnv(raw)
  return parsed.ok ? [] : parsed.error
}

test('good settings are taken, without a banner unless it is asked for', () => {
  expect(parseEnv(GOOD)).toEqual({ ok: true, value: { ...GOOD, demoBanner: false } })
})

test('every fault is listed at once, by its name', () => {
  expect(faults({ frontendUrl: 'here', frontendAnonKey: '', demoBanner: 'yes' })).toEqual([
    'frontendUrl is not a web address',
    'frontendAnonKey is not what it should be',
    'bridgeUrl is missing',
    'demoBanner is not what it should be',
  ])
})

test('something that is no object at all is said to be so', () => {
  expect(faults('<!doctype html>')).toEqual(['env.json is not JSON'])
})

test.each([
  ['of the new kind', 'sb_secret_abc'],
  ['of the old kind', `e30.${btoa('{"role":"service_role"}')}.x`],
])('a secret key %s never gets into a browser', (_kind, frontendAnonKey) => {
  expect(faults({ ...GOOD, frontendAnonKey })[0]).toMatch(/secret key/)
})

test('a publishable key of the old kind is fine', () => {
  expect(faults({ ...GOOD, frontendAnonKey: `e30.${btoa('{"role":"anon"}')}.x` })).toEqual([])
})
