import { expect, test } from 'vitest'
import { buildObjectives, type Matrix, type Target } from './build-objectives.ts'
import { parseObjectiveTemplate } from './objective-template.ts'
import { parseObjectiveValues } from './parse-objective-values.ts'

const targets: Target[] = [
  { objectiveKey: 'interested', name: 'Interested', goalType: 'boolean', description: 'Wants it?' },
  { objectiveKey: 'day_rate', name: 'Day rate', goalType: 'number', description: '' },
  { objectiveKey: 'tickets', name: 'Tickets', goalType: 'text', description: 'CSCS,\u0000 IPAF' },
]
const matrices: Matrix[] = [
  {
    objectiveKey: 'matrix_opening',
    name: 'Opening',
    whatsappMessage: 'Hi, are you free?',
    callScript: 'Ask if they are free.',
  },
  { objectiveKey: 'matrix_tools', name: 'Own tools', whatsappMessage: '', callScript: ' ' },
]

test('targets keep their types, and what has no words is described by its name', () => {
  expect(buildObjectives(targets, [], ['whatsapp'])).toEqual({
    interested: { type: 'boolean', description: 'Wants it?' },
    day_rate: { type: 'number', description: 'Day rate' },
    tickets: { type: 'string', description: 'CSCS, IPAF' },
  })
})

test('the chosen channels decide which texts of a matrix are sent', () => {
  const description = (...channels: ('whatsapp' | 'call' | 'email')[]) =>
    buildObjectives([], matrices, channels)['matrix_opening']?.description
  expect(description('whatsapp', 'call')).toBe(
    'WhatsApp: Hi, are you free?\nCall: Ask if they are free.',
  )
  expect(description('call')).toBe('Call: Ask if they are free.')
  expect(description('email', 'whatsapp')).toBe('WhatsApp: Hi, are you free?')
  expect(description('email')).toBe('Opening')
  expect(buildObjectives([], matrices, ['call'])['matrix_tools']).toEqual({
    type: 'string',
    description: 'Own tools',
  })
})

test('what was sent can be read back as a template, and holds no values yet', () => {
  const sent = buildObjectives(targets, matrices, ['whatsapp', 'call'])
  const stored: unknown = JSON.parse(JSON.stringify(sent))
  expect(parseObjectiveTemplate(stored)).toEqual(sent)
  expect(parseObjectiveValues(stored, sent)).toEqual({ values: {}, issues: [] })
})

test.each([null, undefined, 'x', 3, [], [{ type: 'boolean' }]])('%j is no template', (raw) => {
  expect(parseObjectiveTemplate(raw)).toEqual({})
})

test('entries of unknown type are left out of a template', () => {
  const raw = { a: { type: 'date' }, b: null, c: 'boolean', d: { type: 'number', description: 1 } }
  expect(parseObjectiveTemplate(raw)).toEqual({ d: { type: 'number', description: '' } })
})
