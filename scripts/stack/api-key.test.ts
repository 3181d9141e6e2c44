import { expect, test } from 'vitest'
import { type ApiKeys, toAuthorization } from './api-key.ts'

const keys: ApiKeys = {
  publishableKey: 'sb_publishable_a',
  secretKey: 'sb_secret_b',
  anonToken: 'anon.jwt',
  serviceToken: 'service.jwt',
}

test('a key alone stands for its role', () => {
  expect(toAuthorization('sb_publishable_a', null, keys)).toEqual({
    authorization: 'Bearer anon.jwt',
  })
  expect(toAuthorization('sb_secret_b', null, keys)).toEqual({
    authorization: 'Bearer service.jwt',
  })
})

test('supabase-js sends the key as bearer token too: it is dropped', () => {
  expect(toAuthorization('sb_secret_b', 'Bearer sb_secret_b', keys)).toEqual({
    authorization: 'Bearer service.jwt',
  })
})

test('a user’s token passes, whichever key comes with it', () => {
  const expected = { authorization: 'Bearer user.jwt' }
  expect(toAuthorization('sb_publishable_a', 'Bearer user.jwt', keys)).toEqual(expected)
  expect(toAuthorization('sb_secret_b', 'bearer user.jwt', keys)).toEqual(expected)
})

test('a secret key in the bearer token only does not lift the publishable key', () => {
  expect(toAuthorization('sb_publishable_a', 'Bearer sb_secret_b', keys)).toEqual({
    authorization: 'Bearer anon.jwt',
  })
})

test('no key, or another one, is refused', () => {
  expect(toAuthorization(null, 'Bearer user.jwt', keys)).toMatchObject({
    message: 'No API key found in request',
  })
  expect(toAuthorization('sb_secret_c', null, keys)).toMatchObject({ message: 'Invalid API key' })
  expect(toAuthorization('user.jwt', null, keys)).toMatchObject({ message: 'Invalid API key' })
})
