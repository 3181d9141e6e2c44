import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ObjectiveTemplate } from './objective-template.ts'
import { parseObjectiveValues } from './parse-objective-values.ts'

const template: ObjectiveTemplate = {
  interested: { type: 'boolean', description: '' },
  day_rate: { type: 'number', description: '' },
  tickets: { type: 'string', description: '' },
}

function valueOf(key: string, raw: unknown): unknown {
  const { values, issues } = parseObjectiveValues({ [key]: raw }, template)
  return issues[0]?.code ?? values[key]
}

test('a plain value and a value in an object are the same', () => {
  const plain = { interested: true, day_rate: 180, tickets: 'CSCS' }
  const wrapped = {
    interested: { value: true, source: 'call' },
    day_rate: { type: 'number', description: '…', value: 180 },
    tickets: { value: 'CSCS' },
  }
  expect(parseObjectiveValues(plain, template)).toEqual({ values: plain, issues: [] })
  expect(parseObjectiveValues(wrapped, template)).toEqual({ values: plain, issues: [] })
})

test('false is an answer', () => {
  expect(valueOf('interested', false)).toBe(false)
  expect(valueOf('interested', { value: false })).toBe(false)
})

test.each([
  null,
  '',
  '  ',
  '\u0000',
  [],
  ['', null],
  {},
  { value: null },
  { value: '' },
  { type: 'boolean', description: 'Wants it?' },
  { status: 'completed' },
])('%j is no value', (raw) => {
  for (const key of ['interested', 'day_rate', 'tickets', 'unheard_of']) {
    expect(parseObjectiveValues({ [key]: raw }, template)).toEqual({ values: {}, issues: [] })
  }
})

test.each([
  ['true', true],
  ['Yes', true],
  [' COMPLETED. ', true],
  ['done', true],
  ['false', false],
  ['no', false],
  ['not_completed', false],
  ['Incomplete', false],
])('a boolean may be written %j', (raw, value) => {
  expect(valueOf('interested', raw)).toBe(value)
  expect(valueOf('unheard_of', { value: raw })).toBe(value)
})

test.each(['maybe', 'yes, but later', 1, 0, 'pending', ['yes'], { value: { value: true } }])(
  'a boolean %j is an issue, not a guess',
  (raw) => {
    expect(valueOf('interested', raw)).toBe('odd-boolean')
  },
)

test.each([
  ['180', 180],
  ['£1,250.50', 1250.5],
  ['-3', -3],
  ['five', 'odd-number'],
  ['5 years', 'odd-number'],
  ['1,2', 'odd-number'],
  [true, 'odd-number'],
  [Infinity, 'odd-number'],
])('a number written %j is %j', (raw, value) => {
  expect(valueOf('day_rate', raw)).toBe(value)
})

test.each([
  ['CSCS\u0000 card ', 'CSCS card'],
  [5, '5'],
  [false, 'false'],
  [['CSCS', 'IPAF'], 'CSCS, IPAF'],
  [[{ card: 'CSCS' }], 'odd-text'],
  [{ value: { card: 'CSCS' } }, 'odd-text'],
])('a text given as %j is %j', (raw, value) => {
  expect(valueOf('tickets', raw)).toBe(value)
})

test('without a template, an object’s own type counts, then the look of the value', () => {
  const raw = { a: { type: 'string', value: 'yes' }, b: 'yes', c: 7, d: '7', e: { value: {} } }
  expect(parseObjectiveValues(raw)).toEqual({
    values: { a: 'yes', b: true, c: 7, d: '7' },
    issues: [{ code: 'odd-value', key: 'e', found: '{}' }],
  })
})

test.each([
  ['{"interested":true}', 'not-an-object'],
  [[{ interested: true }], 'not-an-object'],
  [42, 'not-an-object'],
  [true, 'not-an-object'],
  [null, 'absent'],
  [undefined, 'absent'],
])('objectives that are %j are an issue and no values', (raw, code) => {
  const { values, issues } = parseObjectiveValues(raw, template)
  expect(values).toEqual({})
  expect(issues).toMatchObject([{ code, key: null }])
})

test('one odd value hides none of the others', () => {
  const raw = { interested: 'perhaps', day_rate: '200', tickets: 'IPAF' }
  expect(parseObjectiveValues(raw, template)).toEqual({
    values: { day_rate: 200, tickets: 'IPAF' },
    issues: [{ code: 'odd-boolean', key: 'interested', found: 'perhaps' }],
  })
})

test('keys that objects have by nature are keys like any other', () => {
  const raw: unknown = JSON.parse('{"__proto__": "x", "constructor": "z", "toString": true}')
  const { values } = parseObjectiveValues(raw, template)
  expect(Object.entries(values)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'z'],
    ['toString', true],
  ])
})

test('any JSON gives values that can be stored and issues, and never throws', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(template), 'x'), fc.jsonValue()),
      (any, shaped) => {
        for (const raw of [any, shaped, { interested: any }]) {
          const { values, issues } = parseObjectiveValues(raw, template)
          for (const value of Object.values(values)) {
            expect(['string', 'number', 'boolean']).toContain(typeof value)
          }
          if (values['interested'] !== undefined)
            expect(typeof values['interested']).toBe('boolean')
          for (const issue of issues) expect(issue.found.length).toBeLessThanOrEqual(200)
          expect(JSON.stringify(values)).not.toContain('\\u0000')
        }
      },
    ),
  )
})
