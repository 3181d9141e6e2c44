import { expect, test } from 'vitest'
import { checkCandidate, EMPTY_CANDIDATE } from './candidate-values.ts'

test('a name is enough, without its stray spaces', () => {
  expect(checkCandidate({ ...EMPTY_CANDIDATE, name: '  Ana   Novak ' })).toEqual({
    ok: true,
    value: { name: 'Ana Novak', email: '' },
  })
})

test('a missing name and a wrong e-mail each say what to do', () => {
  expect(checkCandidate({ name: ' ', phone: '', email: 'ana@' })).toEqual({
    ok: false,
    error: {
      name: 'Give the candidate a name.',
      email: 'This is no e-mail address. Write it like name@example.org, or leave it empty.',
    },
  })
})
