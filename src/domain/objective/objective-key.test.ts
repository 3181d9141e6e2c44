import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matrixKey, objectiveKey, uniqueKeys } from './objective-key.ts'

test.each([
  ['Interested', 'interested'],
  ['Knows a referee', 'knows_a_referee'],
  ['  CSCS-card (blue/green)? ', 'cscs_card_blue_green'],
  ["Driver's licence", 'drivers_licence'],
  ['5 years’ experience', '5_years_experience'],
  ['Zażółć gęślą', 'zazolc_gesla'],
  ['Опыт работы', 'opyt_raboty'],
  ['经验', 'target'],
  ['', 'target'],
  ['__proto__', 'proto'],
])('the target %j has the key %s', (name, key) => {
  expect(objectiveKey(name)).toBe(key)
})

test('matrices have keys of their own kind', () => {
  expect(matrixKey('Right to work')).toBe('matrix_right_to_work')
  expect(matrixKey('سؤال')).toBe('matrix_question')
})

test('keys that are alike are numbered, the first stays plain', () => {
  expect(uniqueKeys(['target', 'shift', 'target', 'target_2', 'target'])).toEqual([
    'target',
    'shift',
    'target_2',
    'target_2_2',
    'target_3',
  ])
})

test('keys are of the shape the databases accept, and each is there once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (names) => {
      const keys = [...names.map(objectiveKey), ...names.map(matrixKey)]
      const unique = uniqueKeys(keys)
      expect(new Set(unique).size).toBe(keys.length)
      for (const key of unique) {
        expect(key).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
        expect(key.length).toBeLessThanOrEqual(120)
      }
      expect(uniqueKeys(unique)).toEqual(unique)
    }),
  )
})
