import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageForm } from './message-form.ts'

test.each([
  ['{"ping":true,"at":"workflow test"}', '{at, ping}'],
  ['{"event":"ping","at":1}', '{at, event: ping}'],
  ['{"event":"Ann Example rang","07700900123":1}', '{event, …}'],
  ['{}', '{}'],
  ['["a"]', 'a list'],
  ['17', 'a number'],
  ['null', 'nothing'],
  ['hello', 'a text'],
  ['{"cut": "after a whi…', 'a long object'],
])('%s has the form %s', (raw, form) => {
  expect(messageForm(raw)).toBe(form)
})

test('messages that differ in what they say only have one form, which says none of it', () => {
  const said = fc.string({ minLength: 4 })
  fc.assert(
    fc.property(said, said, (one, other) => {
      const form = messageForm(JSON.stringify({ event: 'ping', note: one }))
      expect(form).toBe(messageForm(JSON.stringify({ event: 'ping', note: other })))
      expect(form).toBe('{event: ping, note}')
    }),
  )
})
