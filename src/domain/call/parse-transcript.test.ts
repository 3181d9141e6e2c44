import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTranscript } from './parse-transcript.ts'
import { SPEAKERS } from './speaker.ts'

const agent = (text: string, startMs: number | null = null) => ({ speaker: 'agent', text, startMs })
const candidate = (text: string, startMs: number | null = null) => ({
  speaker: 'candidate',
  text,
  startMs,
})

test('lines of agent and user become lines by speaker', () => {
  expect(parseTranscript('Agent: Hi Sam\nUser: Hello\r\nAgent: Bye')).toEqual([
    agent('Hi Sam'),
    candidate('Hello'),
    agent('Bye'),
  ])
})

test.each(['AI', 'Assistant', 'bot', '**Agent**', 'agent '])('%s is the agent', (label) => {
  expect(parseTranscript(`${label}: Hi`)).toEqual([agent('Hi')])
})

test.each(['Human', 'Candidate', 'CUSTOMER', '**User**'])('%s is the candidate', (label) => {
  expect(parseTranscript(`${label}: Hi`)).toEqual([candidate('Hi')])
})

test('a line that runs on belongs to who spoke, even if it holds a colon', () => {
  expect(parseTranscript('User: I have\ntwo cards\nNote: blue\nAgent: Good')).toEqual([
    candidate('I have\ntwo cards\nNote: blue'),
    agent('Good'),
  ])
})

test('words before the first label, or without any, are of an unknown speaker', () => {
  expect(parseTranscript('Good morning\nAgent: Hi')).toEqual([
    { speaker: 'unknown', text: 'Good morning', startMs: null },
    agent('Hi'),
  ])
  expect(parseTranscript('just words')).toHaveLength(1)
})

test('times before a line are read', () => {
  expect(parseTranscript('[00:05] Agent: Hi\n1:02:03 - User: Hello')).toEqual([
    agent('Hi', 5_000),
    candidate('Hello', 3_723_000),
  ])
})

const RETELL = [
  { role: 'agent', content: 'Hi', words: [{ word: 'Hi', start: 0.5, end: 0.7 }] },
  { role: 'tool_call_invocation', name: 'book' },
  { role: 'user', content: 'Hello', words: [] },
]

test.each([
  ['a list', RETELL],
  ['its JSON text', JSON.stringify(RETELL)],
  ['an object around it', { transcript_object: RETELL }],
  ['JSON text of an object around it', JSON.stringify({ transcript: RETELL })],
])('Retell: %s', (_form, raw) => {
  expect(parseTranscript(raw)).toEqual([agent('Hi', 500), candidate('Hello')])
})

test("ElevenLabs' and Vapi's lists are read", () => {
  expect(parseTranscript([{ role: 'user', message: 'Hello', time_in_call_secs: 3 }])).toEqual([
    candidate('Hello', 3_000),
  ])
  expect(parseTranscript([{ role: 'bot', message: 'Hi', secondsFromStart: 1.25 }])).toEqual([
    agent('Hi', 1_250),
  ])
})

test('a text that only looks like JSON stays text', () => {
  expect(parseTranscript('[music]\nAgent: Hi')).toHaveLength(2)
})

test.each([[null], [undefined], [''], [' \n '], [[]], [{}], [7], ['[]'], [[null, 3, {}]]])(
  'nothing said, no lines: %j',
  (raw) => {
    expect(parseTranscript(raw)).toEqual([])
  },
)

test('whatever comes in, storable lines come out', () => {
  const raw = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.record({ role: fc.constantFrom('agent', 'user'), content: fc.anything() })),
  )
  fc.assert(
    fc.property(raw, (value) => {
      for (const line of parseTranscript(value)) {
        expect(SPEAKERS).toContain(line.speaker)
        expect(line.text).not.toBe('')
        expect(line.text.includes('\u0000')).toBe(false)
        expect(line.text.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('lines written are the lines read', () => {
  const said = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}$/)
  const line = fc.tuple(fc.constantFrom('Agent', 'User'), said)
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.map(([label, words]) => `${label}: ${words}`).join('\n')
      expect(parseTranscript(text)).toEqual(
        lines.map(([label, words]) => (label === 'Agent' ? agent(words) : candidate(words))),
      )
    }),
  )
})
