import { expect, test } from 'vitest'
import type { StatusRule } from '../../../domain/status/status-rule.ts'
import { moveRule, objectiveWords, withStatus } from './rule-order.ts'

const rule = (objectiveKey: string, position: number): StatusRule => ({
  position,
  objectiveKey,
  status: 'interested',
  rank: 2,
  isRefusal: false,
})
const RULES = [rule('a', 1), rule('b', 2), rule('c', 3)]
const order = (rules: readonly StatusRule[]) =>
  rules.map(({ objectiveKey, position }) => `${objectiveKey}${position}`)

test('a rule that is moved takes its new place, and all are counted anew', () => {
  expect(order(moveRule(RULES, 0, 2))).toEqual(['b1', 'c2', 'a3'])
  expect(order(moveRule(RULES, 2, 0))).toEqual(['c1', 'a2', 'b3'])
})

test('past either end a rule stays at that end', () => {
  expect(order(moveRule(RULES, 0, -1))).toEqual(['a1', 'b2', 'c3'])
  expect(order(moveRule(RULES, 1, 9))).toEqual(['a1', 'c2', 'b3'])
})

test('another status brings its rank, and rejected makes a refusal of the rule', () => {
  expect(withStatus(rule('a', 1), 'hired')).toMatchObject({ rank: 4, isRefusal: false })
  expect(withStatus(rule('a', 1), 'rejected')).toMatchObject({ rank: 1, isRefusal: true })
})

test('a key reads as words', () => {
  expect(objectiveWords('interview_scheduled')).toBe('Interview scheduled')
})
