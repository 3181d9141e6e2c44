import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planPage } from './plan-page.ts'
import { planSession } from './plan-session.ts'
import type { SessionState } from './session-state.ts'

const EMPTY: SessionState = {
  session: 'plumberlondon_abc123xyz_447700900123',
  aliases: [],
  messagesFrom: 0,
  messagesTo: null,
  lastPart: true,
  messages: [],
  info: null,
  campaigns: [],
  numbers: [],
  calls: [],
  events: [],
  objectivesTemplate: null,
  gone: false,
}

const INFO: NonNullable<SessionState['info']> = {
  sessionStatus: 'active',
  nextReminderAt: null,
  lastUserMessageAt: null,
  lastAgentMessageAt: null,
  lastOutboundAt: null,
  campaign: null,
  objectives: {},
}

const plan = (state: Partial<SessionState>) => planSession({ ...EMPTY, ...state })

test('an id says which campaign and number it is about', () => {
  expect(plan({})).toMatchObject({
    parsed: { compact: 'plumberlondon', uid: 'abc123xyz' },
    phones: ['+447700900123'],
    variants: [],
  })
})

test('numbers come before the one in the id, each once, with their national variants beside them', () => {
  const { phones, variants } = plan({
    session: 'x_5581987654321',
    numbers: ['07700 900456', '+44 7700 900456', 'no number', '+5581987654321'],
  })
  expect(phones).toEqual(['+447700900456', '+5581987654321'])
  expect(variants).toEqual(['+558187654321'])
})

test('every campaign that is named is read, with or without its uid', () => {
  const { campaigns, backendCampaign } = plan({
    info: { ...INFO, campaign: 'plumber-london_abc123xyz' },
    campaigns: ['plumber-london_abc123xyz', 'Roofer - Leeds', '…'],
  })
  expect(backendCampaign).toBe('plumber-london_abc123xyz')
  expect(campaigns).toEqual([
    { name: 'plumber-london_abc123xyz', compact: 'plumberlondon', uid: 'abc123xyz' },
    { name: 'Roofer - Leeds', compact: 'rooferleeds', uid: null },
  ])
})

test('a message is dated by itself, else by when it was first seen, else not at all', () => {
  const { messages } = plan({
    messages: [
      {
        id: 1,
        message: { sender: 'user', text: 'a', timestamp: '2026-09-01T10:00:00Z' },
        seenAt: '2026-09-01T10:00:05.123456+00:00',
      },
      {
        id: 2,
        message: { type: 'human', content: 'b' },
        seenAt: '2026-09-01T10:00:05.123456+00:00',
      },
      { id: 3, message: { type: 'human', content: 'c' }, seenAt: null },
      { id: 4, message: { type: 'human', content: 'd' }, seenAt: 'infinity' },
    ],
  })
  expect(messages.map(({ sentAt, timeCertainty }) => [sentAt, timeCertainty])).toEqual([
    ['2026-09-01T10:00:00.000Z', 'exact'],
    ['2026-09-01T10:00:05.123Z', 'about'],
    [null, 'none'],
    [null, 'none'],
  ])
})

test('only what candidates write can be an opt-out', () => {
  const { messages } = plan({
    messages: [
      { id: 1, message: { type: 'human', content: 'STOP' }, seenAt: null },
      { id: 2, message: { type: 'ai', content: 'STOP' }, seenAt: null },
      {
        id: 3,
        message: { type: 'human', content: 'STOP', additional_kwargs: { hideFromUI: true } },
        seenAt: null,
      },
    ],
  })
  expect(messages.map(({ intent }) => intent)).toEqual(['stop', null, null])
})

test('a value is dated by the last event of its objective, if that says the same', () => {
  const event = (id: number, newValue: unknown, occurredAt: string) => ({
    id,
    objective: 'interested',
    oldValue: null,
    newValue,
    source: 'chat',
    occurredAt,
  })
  const facts = (newValue: unknown) =>
    plan({
      info: { ...INFO, objectives: { interested: { type: 'boolean', value: 'yes' } } },
      events: [
        event(7, 'no', '2026-09-01T10:00:00+00:00'),
        event(8, newValue, '2026-09-01T11:00:00.5+00:00'),
      ],
    }).objectives
  expect(facts({ value: true })).toEqual({
    interested: { value: true, affirmed: true, at: '2026-09-01T11:00:00.500Z', eventId: 8 },
  })
  expect(facts(false)).toEqual({
    interested: { value: true, affirmed: true, at: null, eventId: null },
  })
})

test('the template a session starts with is no value, and no issue', () => {
  const { objectives, issues } = plan({
    info: {
      ...INFO,
      objectives: { interested: { type: 'boolean', description: 'Wants the job' } },
    },
  })
  expect(objectives).toEqual({})
  expect(issues).toEqual([])
})

test('an answer of another kind than asked for is an issue and no value', () => {
  const { objectives, issues } = plan({
    objectivesTemplate: { interested: { type: 'boolean', description: '' } },
    info: { ...INFO, objectives: { interested: 'perhaps', experience: '5 years' } },
  })
  expect(Object.keys(objectives)).toEqual(['experience'])
  expect(issues).toMatchObject([{ kind: 'objective', item: 'interested', raw: 'perhaps' }])
})

test('a recording is linked only if it is on the web', () => {
  const recording = (recordingUrl: string | null) =>
    plan({
      calls: [
        {
          callId: 'c',
          status: 'ended',
          calledAt: null,
          durationSeconds: 62.4,
          transcript: 'Agent: Hi\nUser: Hello',
          recordingUrl,
          analysis: { call_summary: ' Went well. ' },
        },
      ],
    }).calls[0]
  expect(recording('https://example.org/a.wav')).toMatchObject({
    recordingUrl: 'https://example.org/a.wav',
    durationSeconds: 62,
    disposition: 'conversation',
    summary: 'Went well.',
    lines: [
      { position: 0, speaker: 'agent' },
      { position: 1, speaker: 'candidate' },
    ],
  })
  expect(recording('javascript:alert(1)')?.recordingUrl).toBeNull()
  expect(recording(null)?.recordingUrl).toBeNull()
})

test.each([
  [{ sessionStatus: 'active' }, true],
  [{ sessionStatus: 'completed' }, false],
  [{ sessionStatus: 'completed', nextReminderAt: '2026-09-01T10:00:00Z' }, true],
])('a session that says %j may still contact by itself: %s', (info, isActive) => {
  expect(plan({ info: { ...INFO, ...info } }).isActive).toBe(isActive)
  expect(plan({ info: null }).isActive).toBe(false)
})

test('a session that is gone takes all of its messages with it', () => {
  expect(plan({ gone: true, messagesFrom: null })).toMatchObject({ gone: true, messagesFrom: 0 })
})

test('one session that cannot be planned is set aside with its reason, and the others are planned', () => {
  const broken = { ...EMPTY, session: 'x'.repeat(2000) }
  const hostile = { ...EMPTY, session: 'hostile', events: null as unknown as [] }
  const page = planPage(
    [broken, EMPTY, hostile],
    [{ session: null, reason: 'no id', raw: { odd: true } }],
  )
  expect(page.sessions.map(({ session }) => session)).toEqual([EMPTY.session])
  expect(page.setAside.map(({ reason }) => reason)).toEqual([
    'no id',
    "The session's id has 2000 characters.",
    expect.stringContaining('null'),
  ])
  expect(page.setAside[0]?.raw).toBe('{"odd":true}')
})

// Lone surrogates and NUL among them, which PostgreSQL refuses.
const text = fc.string({ unit: 'binary', maxLength: 30 })
const json = fc.jsonValue({ depthSize: 'small', stringUnit: 'binary' })

const stateArb: fc.Arbitrary<SessionState> = fc.record({
  session: fc.string({ minLength: 1, maxLength: 60 }),
  aliases: fc.array(fc.string(), { maxLength: 2 }),
  messagesFrom: fc.constantFrom(0, null),
  messagesTo: fc.constant(null),
  lastPart: fc.boolean(),
  messages: fc.array(
    fc.record({
      id: fc.nat(),
      message: json,
      seenAt: fc.option(text),
    }),
    { maxLength: 4 },
  ),
  info: fc.option(
    fc.record({
      sessionStatus: fc.option(text),
      nextReminderAt: fc.option(text),
      lastUserMessageAt: fc.option(text),
      lastAgentMessageAt: fc.option(text),
      lastOutboundAt: fc.option(text),
      campaign: fc.option(text),
      objectives: json,
    }),
  ),
  campaigns: fc.array(text, { maxLength: 3 }),
  numbers: fc.array(text, { maxLength: 3 }),
  calls: fc.array(
    fc.record({
      callId: fc.string(),
      status: fc.option(text),
      calledAt: fc.option(text),
      durationSeconds: fc.option(fc.double()),
      transcript: fc.option(text),
      recordingUrl: fc.option(fc.oneof(text, fc.webUrl())),
      analysis: json,
    }),
    { maxLength: 2 },
  ),
  events: fc.array(
    fc.record({
      id: fc.nat(),
      objective: fc.option(text),
      oldValue: json,
      newValue: json,
      source: fc.option(text),
      occurredAt: fc.option(text),
    }),
    { maxLength: 3 },
  ),
  objectivesTemplate: json,
  gone: fc.boolean(),
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)])
}

const isStorable = (texts: readonly string[]) =>
  texts.every((each) => !each.includes('\u0000') && each.isWellFormed())

test('whatever a session holds, it is planned, the same each time, in a form PostgreSQL can store', () => {
  fc.assert(
    fc.property(stateArb, (state) => {
      const planned = planSession(state)
      expect(planSession(state)).toEqual(planned)
      expect(planned.messages).toHaveLength(state.messages.length)
      expect(textsIn({ ...planned, session: '', aliases: [], calls: [] })).toSatisfy(isStorable)
      expect(textsIn(planned.calls.map((call) => ({ ...call, callId: '' })))).toSatisfy(isStorable)
    }),
    { numRuns: 500 },
  )
})

test('a session is planned alike, whoever it shares a page with', () => {
  fc.assert(
    fc.property(fc.array(stateArb, { maxLength: 4 }), (states) => {
      const together = planPage(states, []).sessions
      const alone = states.flatMap((state) => planPage([state], []).sessions)
      expect(together).toEqual(alone)
    }),
  )
})
