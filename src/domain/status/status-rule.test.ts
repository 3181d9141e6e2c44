import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnRanks } from './column-rank.ts'
import { STATUSES } from './standard-status.ts'
import { compileRules, DEFAULT_RULES, type ColumnTarget, type StatusRule } from './status-rule.ts'

function board(...keys: string[]) {
  return keys.map((key, position) => ({ key, position }))
}
const STANDARD = STATUSES.map((status) => status.key)
const show = (rules: readonly StatusRule[]) =>
  rules.map((rule) => `${rule.objectiveKey}→${rule.status}`)

test('by default the furthest status is tried first, and refusals yield to interview', () => {
  expect(show(DEFAULT_RULES)).toEqual([
    'started_work→started-work',
    'hired→hired',
    'interview_scheduled→interview',
    'rejected→rejected',
    'not_interested→rejected',
    'interested→interested',
  ])
  expect(DEFAULT_RULES.map((rule) => rule.position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(compileRules(DEFAULT_RULES, [], board(...STANDARD))).toEqual(DEFAULT_RULES)
})

test("a job's own columns rank between the standard ones around them", () => {
  const ranks = columnRanks(
    board('not-contacted', 'early', 'contacted', 'interested', 'screened', 'tested', 'interview'),
  )
  expect(ranks.get('early')).toBe(0.5)
  expect(ranks.get('screened')).toBeCloseTo(2 + 1 / 3)
  expect(ranks.get('tested')).toBeCloseTo(2 + 2 / 3)
})

test('a column right of the refusals is no further than those left of them', () => {
  const ranks = columnRanks(board('interview', 'rejected', 'on-hold', 'hired'))
  expect(ranks.get('on-hold')).toBe(3.5)
})

test.each([
  ['screened', 6, board('interested', 'screened', 'interview')],
  ['second-interview', 3, board('interested', 'interview', 'second-interview', 'hired')],
  ['replied', 7, board('contacted', 'replied', 'interested')],
  ['probation-passed', 1, board('hired', 'started-work', 'probation-passed')],
])('a target of the column %s has rule %i', (columnKey, position, columns) => {
  const rules = compileRules(DEFAULT_RULES, [{ objectiveKey: 'own', columnKey }], columns)
  expect(rules.find((rule) => rule.objectiveKey === 'own')).toMatchObject({
    position,
    status: columnKey,
    isRefusal: false,
  })
})

test('where a campaign tries refusals first, its targets come after them', () => {
  const refusalsFirst = DEFAULT_RULES.map((rule) =>
    rule.isRefusal ? { ...rule, position: rule.position - 10 } : rule,
  )
  const targets = [{ objectiveKey: 'own', columnKey: 'last' }]
  const rules = compileRules(refusalsFirst, targets, board('started-work', 'last'))
  expect(rules.findIndex((rule) => rule.objectiveKey === 'own')).toBe(2)
})

test('a target of the column of refusals is a refusal among the others', () => {
  const targets = [{ objectiveKey: 'no_right_to_work', columnKey: 'rejected' }]
  const rules = compileRules(DEFAULT_RULES, targets, board(...STANDARD))
  expect(rules[5]).toMatchObject({ objectiveKey: 'no_right_to_work', isRefusal: true })
})

test('a target for an objective of the defaults replaces its rule', () => {
  const targets = [{ objectiveKey: 'interested', columnKey: 'screened' }]
  const rules = compileRules(DEFAULT_RULES, targets, board('interested', 'screened'))
  expect(show(rules)).toContain('interested→screened')
  expect(show(rules)).not.toContain('interested→interested')
})

test('a target whose column is gone gives no rule', () => {
  const targets = [{ objectiveKey: 'own', columnKey: 'gone' }]
  expect(compileRules(DEFAULT_RULES, targets, board(...STANDARD))).toEqual(DEFAULT_RULES)
})

const OWN_COLUMNS = ['x', 'y', 'z']
const anyBoard = fc
  .shuffledSubarray([...STANDARD, ...OWN_COLUMNS], { minLength: 1 })
  .map((keys) => board(...keys))
const anyTargets = fc.uniqueArray(
  fc.record({
    objectiveKey: fc.constantFrom('a', 'b', 'c', 'interested'),
    columnKey: fc.constantFrom(...OWN_COLUMNS, 'rejected', 'interview'),
  }),
  { selector: (target: ColumnTarget) => target.objectiveKey },
)

test('rules stay in order of rank, refusals directly below interview', () => {
  const height = (rule: StatusRule) => (rule.isRefusal ? 2.9999 : rule.rank)
  fc.assert(
    fc.property(anyBoard, anyTargets, (columns, targets) => {
      const rules = compileRules(DEFAULT_RULES, targets, columns)
      const heights = rules.map(height)
      expect(heights).toEqual(heights.toSorted((a, b) => b - a))
      expect(rules.map((rule) => rule.position)).toEqual(rules.map((_, index) => index + 1))
      expect(new Set(rules.map((rule) => rule.objectiveKey)).size).toBe(rules.length)
    }),
  )
})

test('the order of targets and columns in the lists does not matter', () => {
  fc.assert(
    fc.property(anyBoard, anyTargets, (columns, targets) => {
      expect(compileRules(DEFAULT_RULES, targets.toReversed(), columns.toReversed())).toEqual(
        compileRules(DEFAULT_RULES, targets, columns),
      )
    }),
  )
})
