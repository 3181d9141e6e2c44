/** The judge of a storm must see each kind of fault, or its zeros say nothing. */
import { expect, test } from 'vitest'
import { judgeContacts } from './judge-contacts.ts'
import { judgeRecords } from './judge-records.ts'
import type { BackendSession, LedgerCard, LedgerLine, Outcome } from './outcome.ts'

const LINE: LedgerLine = {
  id: 'recipient',
  campaign: 'plumber_a',
  campaignState: 'running',
  session: 'plumber_a_447700900001',
  phone: '+447700900001',
  erased: false,
  delivery: 'confirmed',
  code: null,
  status: 'interested',
  contested: null,
  history: [
    { from: 'not-contacted', to: 'contacted' },
    { from: 'contacted', to: 'interested' },
  ],
  card: {
    id: 'card',
    status: 'interested',
    setBy: 'automation',
    proposed: 'interested',
    suggested: null,
    decidedAgainst: null,
    lastMove: { by: 'automation', to: 'interested' },
  },
}
const SESSION: BackendSession = {
  completed: false,
  values: { interested: true },
  events: [],
  inbound: 1,
  answeredCalls: 0,
}
const POST = {
  batchId: 'batch',
  campaign: LINE.campaign,
  tasks: [{ session: LINE.session, phone: LINE.phone }],
  at: 10,
  isRepeated: false,
}
const NUMBERS = { planned: 1, sent: 1, confirmed: 1, unconfirmed: 0, held: 0, excluded: 0 }
const GOOD: Outcome = {
  ledger: [LINE],
  sessions: new Map([[LINE.session, SESSION]]),
  effects: [{ session: LINE.session, batchId: 'batch' }],
  posts: [POST],
  begun: [{ batchId: 'batch', at: 9, recipients: [LINE.id] }],
  wishes: { suppressed: new Map(), stopped: new Map(), lastOpen: new Map([[LINE.campaign, 20]]) },
  erased: new Map(),
  erasedPlaces: [],
  forgotten: { effects: [], launches: new Map(), ended: new Set() },
  halts: [],
  drafts: new Set(),
  unmatched: new Set(),
  numbers: [
    {
      campaign: LINE.campaign,
      told: { ...NUMBERS, failed: 0, waiting: 0 },
      counted: { confirmed: 1 },
    },
  ],
  records: {
    messages: { backend: ['1 a Hello'], frontend: ['1 a Hello'] },
    calls: { backend: [], frontend: [] },
    events: { backend: [], frontend: [] },
  },
  allowsCard: () => true,
}

function judge(changes: Partial<Outcome>) {
  const outcome = { ...GOOD, ...changes }
  const { lost, double, unwanted } = judgeContacts(outcome)
  const found = { lost, double, unwanted, wrong: judgeRecords(outcome) }
  return Object.fromEntries(
    Object.entries(found).flatMap(([kind, { length }]) => (length > 0 ? [[kind, length]] : [])),
  )
}

const withLine = (changes: Partial<LedgerLine>) => ({ ledger: [{ ...LINE, ...changes }] })
const other: LedgerLine = {
  ...LINE,
  id: 'other',
  campaign: 'plumber_b',
  session: 'plumber_b_447700900001',
}
const LATER = {
  ...POST,
  batchId: 'later',
  campaign: other.campaign,
  tasks: [{ session: other.session, phone: other.phone }],
  at: 15,
}

/** Two campaigns that talk to one phone at once. */
const BOTH = {
  ledger: [LINE, other],
  sessions: new Map([...GOOD.sessions, [other.session, SESSION]]),
  effects: [...GOOD.effects, { session: other.session, batchId: 'later' }],
  posts: [POST, LATER],
  begun: [...GOOD.begun, { batchId: 'later', at: 14, recipients: ['other'] }],
}

test('where all is well nothing is found', () => {
  expect(judge({})).toEqual({})
})

test.each<[string, Partial<Outcome>, Record<string, number>]>([
  ['confirmed without a session', { sessions: new Map(), effects: [] }, { lost: 1, wrong: 3 }],
  ['begun but still waiting', withLine({ delivery: 'waiting' }), { lost: 1 }],
  ['begun but unknown to the ledger', { ledger: [] }, { lost: 2 }],
  ['begun twice', { effects: [...GOOD.effects, ...GOOD.effects] }, { double: 1 }],
  ['begun by two campaigns at once', BOTH, { double: 1 }],
  [
    'begun after it was suppressed',
    {
      wishes: { ...GOOD.wishes, suppressed: new Map([[LINE.phone, 5]]) },
      sessions: new Map([[LINE.session, { ...SESSION, completed: true }]]),
    },
    { unwanted: 1 },
  ],
  [
    'begun after its campaign was stopped',
    { wishes: { ...GOOD.wishes, stopped: new Map([[LINE.campaign, 5]]) } },
    { unwanted: 1 },
  ],
  [
    'begun with somebody erased before',
    { ledger: [], erased: new Map([[LINE.phone, 5]]), sessions: new Map() },
    { unwanted: 1 },
  ],
  [
    'an erased person who still waits',
    withLine({ erased: true, delivery: 'waiting' }),
    { lost: 1 },
  ],
  ['a name that an erasure left', { erasedPlaces: ['frontend public.people (1)'] }, { wrong: 1 }],
  ['posted without leave', { begun: [] }, { unwanted: 2 }],
  [
    'a conversation that goes on against a wish',
    { wishes: { ...GOOD.wishes, suppressed: new Map([[LINE.phone, 50]]) } },
    { wrong: 1 },
  ],
  ['a wrong status', withLine({ status: 'hired' }), { wrong: 2 }],
  ['a line of history too few', withLine({ history: LINE.history.slice(1) }), { wrong: 1 }],
  [
    'a line of history too many',
    withLine({ history: [...LINE.history, { from: 'interested', to: 'interested' }] }),
    { wrong: 1 },
  ],
  ['no card', withLine({ card: null }), { wrong: 1 }],
  ["a card as nobody's decision left it", { allowsCard: () => false }, { wrong: 1 }],
  [
    'a message that is missing',
    { records: { ...GOOD.records, messages: { backend: ['1 a Hello'], frontend: [] } } },
    { wrong: 1 },
  ],
  [
    'a message that is shown twice',
    {
      records: {
        ...GOOD.records,
        messages: { backend: ['1 a Hello'], frontend: ['1 a Hello', '1 a Hello'] },
      },
    },
    { wrong: 1 },
  ],
  [
    'numbers that do not add up',
    { numbers: GOOD.numbers.map((one) => ({ ...one, told: { ...one.told, sent: 2 } })) },
    { wrong: 1 },
  ],
])('%s is found', (_case, changes, found) => {
  expect(judge(changes)).toEqual(found)
})

test('a phone may be contacted by a second campaign once the first conversation is over', () => {
  const sessions = new Map([
    [LINE.session, { ...SESSION, completed: true }],
    [other.session, SESSION],
  ])
  expect(judge({ ...BOTH, sessions })).toEqual({})
})

test('a conversation that was over before a restore made it go on hinders nobody', () => {
  expect(judge(BOTH)).toEqual({ double: 1 })
  const forgotten = { ...GOOD.forgotten, ended: new Set([LINE.session]) }
  expect(judge({ ...BOTH, forgotten })).toEqual({})
})

test('what the way repeats to a receiver that was made forget is nobody’s second contact', () => {
  const again = { effects: [...GOOD.effects, ...GOOD.effects], ...withLine({ erased: true }) }
  const erased = new Map([[LINE.phone, 20]])
  expect(judge({ ...again, erased })).toEqual({ double: 1 })
  expect(judge({ ...again, erased, posts: [POST, { ...POST, isRepeated: true }] })).toEqual({})
})

const FORGETFUL = { sessions: new Map(), ...withLine({ status: 'not-contacted', history: [] }) }

test('who was contacted stays so in the ledger, though a restored backend has forgotten it', () => {
  const forgotten = {
    ...GOOD.forgotten,
    effects: GOOD.effects,
    launches: new Map<string, number>(),
  }
  const ledger = FORGETFUL.ledger.map((line) => ({ ...line, card: null }))
  expect(judge({ ...FORGETFUL, ledger, forgotten })).toEqual({})
  expect(judge({ ...FORGETFUL, ledger, effects: [] })).toEqual({ lost: 1 })
  // Forgotten or not, twice is twice.
  const effects = [...GOOD.effects, { ...POST, session: LINE.session }]
  expect(judge({ ...FORGETFUL, ledger, forgotten, effects })).toEqual({ double: 1 })
})

test('what a launch began that nobody could repeat is known to be unknown, if people are told', () => {
  const forgotten = { ...GOOD.forgotten, effects: [], launches: new Map([[LINE.campaign, 11]]) }
  const unknown = { ledger: [], forgotten, drafts: new Set([LINE.campaign]) }
  expect(judge({ ...unknown, unmatched: new Set([LINE.session]) })).toEqual({})
  expect(judge(unknown)).toEqual({ lost: 1 })
  expect(judge({ ...unknown, drafts: new Set() })).toEqual({ lost: 2 })
  // Where it was launched again, whoever it left out counts as contacted too.
  const excluded = withLine({ delivery: 'excluded', code: 'opted_out' })
  expect(judge({ ...excluded, forgotten })).toEqual({ lost: 1 })
})

test('whoever is counted as sent was sent something, and n8n began with somebody of that campaign', () => {
  const taken = {
    ...FORGETFUL,
    ledger: FORGETFUL.ledger.map((line) => ({ ...line, card: null, code: 'taken_as_sent' })),
    effects: [],
  }
  const launches = new Map<string, number>()
  const effects = [{ session: 'plumber_a_447700900002', batchId: 'batch' }]
  expect(judge({ ...taken, forgotten: { ...GOOD.forgotten, effects, launches } })).toEqual({})
  expect(judge({ ...taken, forgotten: { ...GOOD.forgotten, launches } })).toEqual({ lost: 1 })
  expect(
    judge({ ...taken, forgotten: { ...GOOD.forgotten, effects, launches }, begun: [], posts: [] }),
  ).toEqual({
    lost: 1,
  })
})

test('a doubt about somebody who was never sent anything is one too many, erased or not', () => {
  const stopped = { delivery: 'unconfirmed', code: 'stopped', campaignState: 'stopped' }
  const gone = {
    sessions: new Map(),
    effects: [],
    ...withLine({ ...stopped, status: 'not-contacted', history: [], card: null }),
  }
  expect(judge(gone)).toEqual({})
  expect(judge({ ...gone, begun: [], posts: [] })).toEqual({ lost: 1 })
  const erased = withLine({ ...stopped, erased: true })
  expect(judge({ ...gone, ...erased, begun: [], posts: [] })).toEqual({ lost: 1 })
})

test('who surely was begun with is neither excluded nor failed, though the backend has forgotten it', () => {
  const forgotten = {
    ...GOOD.forgotten,
    effects: GOOD.effects,
    launches: new Map<string, number>(),
  }
  const ledger = FORGETFUL.ledger.map((line) => ({ ...line, card: null, delivery: 'excluded' }))
  expect(judge({ ...FORGETFUL, ledger, effects: [] })).toEqual({})
  expect(judge({ ...FORGETFUL, ledger, effects: [], forgotten })).toEqual({ lost: 1 })
})

test('what is let go after a restore before somebody says so is unwanted', () => {
  expect(judge({ halts: [{ from: 8, until: 10 }] })).toEqual({ unwanted: 1 })
  expect(judge({ halts: [{ from: 10, until: 12 }] })).toEqual({})
})

test('a card without evidence that a person moved and handed back to automation stays where it was', () => {
  const [line = LINE] = FORGETFUL.ledger
  const forgotten = {
    ...GOOD.forgotten,
    effects: GOOD.effects,
    launches: new Map<string, number>(),
  }
  const withMove = (by: 'person' | 'automation') => {
    const lastMove = { by, to: 'rejected' }
    const card = { ...(LINE.card as LedgerCard), status: 'rejected', proposed: null, lastMove }
    return { ...FORGETFUL, ledger: [{ ...line, card }], forgotten }
  }
  expect(judge(withMove('person'))).toEqual({})
  expect(judge(withMove('automation'))).toEqual({ wrong: 1 })
})
