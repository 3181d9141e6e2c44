/** What a session looks like in the feed, wherever its rows stand. */
import { installBackend } from '../../scripts/backend-install.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FeedCursor } from '../../src/data/backend/feed.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { readFeedBySql } from '../support/read-feed.ts'

let backend: FreshDatabase
let cursor: FeedCursor | null = null

beforeAll(async () => {
  backend = await freshBackend({ installed: false })
  const { sql } = backend
  await sql`insert into chat_history (session_id, message) values ('old', '{"type":"human"}')`
  await installBackend(backend.sql)
})
afterAll(() => backend.dispose())

beforeEach(async () => {
  do {
    cursor = (await readFeedBySql(backend.sql, cursor)).cursor
  } while (cursor['page'] !== null)
})

const changed = async () => (await readFeedBySql(backend.sql, cursor)).items
const human = { type: 'human', content: 'Hello' }

test.each([
  ['session_info', 'insert into session_info (session_id) values ($1)'],
  ['chat_history', `insert into chat_history (session_id, message) values ($1, '{}')`],
  ['call_info', `insert into call_info (call_id, session_id) values ('call of ' || $1, $1)`],
  ['campaigns', `insert into campaigns values ($1, 'plumber-london_x')`],
  ['numbers', `insert into numbers values ($1, '+447700900123')`],
  ['session_objective_events', 'insert into session_objective_events (session_id) values ($1)'],
])('a session that only %s names is delivered, by a full walk too', async (table, insert) => {
  const session = `only-${table}`
  await backend.sql.unsafe(insert, [session])
  const [item] = await changed()
  expect(item).toMatchObject({ session, gone: false })
  const full = await readFeedBySql(backend.sql, null)
  expect(full.items.map((entry) => entry.session)).toContain(session)
})

test.each([
  [`update numbers set phone_number = '+447700900002' where session_id = 'changing'`, false],
  [`delete from numbers where session_id = 'changing'`, true],
])('%s is delivered', async (change, gone) => {
  await backend.sql`insert into numbers values ('changing', '+447700900001')`
  cursor = (await readFeedBySql(backend.sql, cursor)).cursor
  await backend.sql.unsafe(change)
  expect(await changed()).toMatchObject([{ session: 'changing', gone }])
})

test("the suffix of n8n's memory is taken off, and both ids are one session", async () => {
  const { sql } = backend
  await sql`insert into session_info (session_id) values ('plumber_1')`
  await sql`insert into chat_history (session_id, message) values
    ('plumber_1__Postgres_Chat_Memory', ${sql.json(human)}), ('plumber_1', ${sql.json(human)})`
  const items = await changed()
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    session: 'plumber_1',
    aliases: ['plumber_1__Postgres_Chat_Memory'],
    info: { sessionStatus: 'active' },
    messages: [{ message: human }, { message: human }],
  })
})

test('a new message in a long chat sends that message alone', async () => {
  const { sql } = backend
  await sql`insert into chat_history (session_id, message)
    select 'long', '{}' from generate_series(1, 500)`
  cursor = (await readFeedBySql(sql, cursor)).cursor
  const [added] = await sql<{ id: number }[]>`
    insert into chat_history (session_id, message) values ('long', ${sql.json(human)}) returning id`
  const [item] = await changed()
  expect(item?.messagesFrom).toBe(added?.id)
  expect(item?.messages).toHaveLength(1)
})

test('a change elsewhere sends no messages and says so', async () => {
  await backend.sql`insert into numbers values ('long', '+447700900005')`
  const [item] = await changed()
  expect(item).toMatchObject({ session: 'long', messagesFrom: null, messages: [] })
})

test('a message that was deleted or rewritten sends the chat from there on', async () => {
  const { sql } = backend
  const ids = await sql<{ id: number }[]>`insert into chat_history (session_id, message)
    select 'edited', to_jsonb(n) from generate_series(1, 4) n returning id`
  cursor = (await readFeedBySql(sql, cursor)).cursor
  await sql`delete from chat_history where id = ${ids[2]?.id ?? 0}`
  await sql`update chat_history set message = '"new"' where id = ${ids[1]?.id ?? 0}`
  const [item] = await changed()
  expect(item?.messagesFrom).toBe(ids[1]?.id)
  expect(item?.messages.map((message) => message.message)).toEqual(['new', 4])
})

test('a row that moves to another session changes both', async () => {
  const { sql } = backend
  await sql`insert into call_info (call_id, session_id) values ('moving', 'from-here')`
  await sql`insert into chat_history (session_id, message) values ('from-here', '{}')`
  cursor = (await readFeedBySql(sql, cursor)).cursor
  await sql`update call_info set session_id = 'to-there' where call_id = 'moving'`
  await sql`update chat_history set session_id = 'to-there' where session_id = 'from-here'`
  const items = new Map((await changed()).map((item) => [item.session, item]))
  expect(items.get('from-here')).toMatchObject({ gone: true, calls: [], messages: [] })
  expect(items.get('to-there')).toMatchObject({ calls: [{ callId: 'moving' }], gone: false })
  expect(items.get('to-there')?.messages).toHaveLength(1)
})

test("a campaign's template reaches its sessions when it changes, and nothing else of it does", async () => {
  const { sql } = backend
  const before = { interested: { type: 'boolean' } }
  const after = { interested: { type: 'string' } }
  await sql`insert into campaign_info (campaign, objectives_template)
    values ('welder-leeds_y', ${sql.json(before)})`
  await sql`insert into session_info (session_id, campaign) values ('welder', 'welder-leeds_y')`
  const page = await readFeedBySql(sql, cursor)
  expect(page.items[0]?.objectivesTemplate).toEqual(before)
  cursor = page.cursor
  await sql`update campaign_info set prompt_chat = 'Be brief.' where campaign = 'welder-leeds_y'`
  expect((await readFeedBySql(sql, cursor)).mode).toBe('idle')
  await sql`update campaign_info set objectives_template = ${sql.json(after)}
    where campaign = 'welder-leeds_y'`
  expect(await changed()).toMatchObject([{ session: 'welder', objectivesTemplate: after }])
})

test('a session without a campaign does not keep the template from those after it', async () => {
  const { sql } = backend
  await sql`insert into campaign_info (campaign, objectives_template)
    values ('welder-leeds_x', '{"salary": {"type": "number"}}')`
  await sql`insert into chat_history (session_id, message) values ('none', ${sql.json(human)})`
  await sql`insert into session_info (session_id, campaign) values ('of-it', 'welder-leeds_x')`
  const templates = (await changed()).map((item) => [item.session, item.objectivesTemplate])
  expect(Object.fromEntries(templates)).toEqual({
    none: null,
    'of-it': { salary: { type: 'number' } },
  })
})

test('a duration is seconds, a time is ISO in UTC, and values of any shape come through', async () => {
  const { sql } = backend
  await sql`insert into call_info (call_id, session_id, duration, called_at, analysis)
    values ('call-1', 'shapes', '1 minute 23.5 s', '2026-09-01 12:00+02', '[null, 1e3, "€"]')`
  await sql`insert into session_objective_events (session_id, objective, old_value, new_value)
    values ('shapes', 'interested', null, 'false')`
  const [item] = await changed()
  expect(item?.calls[0]).toMatchObject({
    durationSeconds: 83.5,
    calledAt: '2026-09-01T10:00:00+00:00',
    analysis: [null, 1000, '€'],
  })
  expect(item?.events[0]).toMatchObject({ oldValue: null, newValue: false })
})

test('messages carry when they were first seen; those older than the installation carry none', async () => {
  const full = await readFeedBySql(backend.sql, null)
  const seenAt = (session: string) =>
    full.items.find((item) => item.session === session)?.messages[0]?.seenAt
  expect(seenAt('old')).toBeNull()
  expect(seenAt('edited')).toMatch(/^20\d\d-.*\+00:00$/)
})

test('rows without a session are nobody’s, and a session may have an empty id', async () => {
  await backend.sql`insert into numbers values (null, '+447700900007'), ('', '+447700900008')`
  const items = await changed()
  expect(items).toMatchObject([{ session: '', numbers: ['+447700900008'] }])
  const full = await readFeedBySql(backend.sql, null)
  expect(full.items[0]?.session).toBe('')
})
