/** However the feed is cut into pages, their union is the same. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf, createMirror, drain } from '../support/backend-mirror.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { readFeedBySql } from '../support/read-feed.ts'

let backend: FreshDatabase

beforeAll(async () => {
  backend = await freshBackend()
  // Ids that are prefixes of one another, in both forms, so that their order is put to the test.
  await backend.sql`insert into chat_history (session_id, message)
    select id || case when n % 3 = 0 then '__Postgres_Chat_Memory' else '' end,
      jsonb_build_object('type', 'human', 'content', repeat('x', 300 * (n % 4)))
    from unnest('{a,a_,a_1,A,b,b__Postgres_Chat,ä,z9}'::text[]) as id, generate_series(1, 9) as n`
  await backend.sql`insert into numbers
    select 'n' || n, '+4477009001' || n from generate_series(10, 20) n`
  await backend.sql`insert into call_info (call_id, session_id, transcript)
    select 'c' || n, 'a', repeat('Agent: Hello. ', 500) from generate_series(1, 3) n`
})
afterAll(() => backend.dispose())

async function walk(limits: { sessions?: number; bytes?: number }, cursor = createMirror().cursor) {
  const mirror = { ...createMirror(), cursor }
  const pages = await drain(mirror, (at) => readFeedBySql(backend.sql, at, limits))
  return { sessions: contentOf(mirror), pages, cursor: mirror.cursor }
}

test.each([{ sessions: 1 }, { sessions: 2 }, { sessions: 7 }, { bytes: 10_000 }])(
  'a full walk in pages of %o equals one in a single page',
  async (limits) => {
    const whole = await walk({})
    const cut = await walk(limits)
    expect(whole.pages).toHaveLength(1)
    expect(cut.pages.length).toBeGreaterThan(1)
    expect(cut.sessions).toEqual(whole.sessions)
  },
)

test('the stretches that the pages of a full walk cover join without a gap', async () => {
  const { pages } = await walk({ sessions: 3 })
  const ranges = pages.map((page) => page.range)
  expect(ranges[0]?.after).toBeNull()
  expect(ranges.at(-1)?.through).toBeNull()
  ranges.slice(1).forEach((range, index) => expect(range?.after).toBe(ranges[index]?.through))
})

test.each([{ sessions: 1 }, { sessions: 4 }, { bytes: 10_000 }])(
  'a window of changes in pages of %o sends each session once and all of them',
  async (limits) => {
    const { cursor } = await walk({})
    for (let round = 0; round < 3; round += 1) {
      await backend.sql`update numbers set phone_number = phone_number where session_id like 'n1%'`
      await backend.sql`insert into chat_history (session_id, message) values ('a', '{}')`
    }
    const { pages } = await walk(limits, cursor)
    const sent = pages.flatMap((page) => page.items.map((item) => item.session))
    expect(sent.toSorted()).toEqual(['a', ...Array.from({ length: 10 }, (_, n) => `n1${n}`)])
    expect(
      pages.flatMap((page) => page.items).find((item) => item.session === 'a')?.messages,
    ).toHaveLength(3)
  },
)

test('a chat longer than a page comes in parts, in order, before anything else', async () => {
  const { cursor } = await walk({})
  await backend.sql`insert into chat_history (session_id, message)
    select 'endless', jsonb_build_object('type', 'ai', 'content', repeat('y', 1000))
    from generate_series(1, 40)`
  await backend.sql`insert into numbers values ('after-it', '+447700900199')`
  const { pages, sessions } = await walk({ bytes: 10_000 }, cursor)
  const parts = pages.flatMap((page) => page.items).filter((item) => item.session === 'endless')
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.map((part) => part.lastPart)).toEqual([...parts.slice(1).map(() => false), true])
  parts.slice(1).forEach((part, index) => {
    expect(part.messagesFrom).toBe((parts[index]?.messagesTo ?? 0) + 1)
  })
  expect(pages.slice(0, -1).every((page) => page.items.at(-1)?.session === 'endless')).toBe(true)
  expect(new Map(sessions).get('endless')?.messages).toHaveLength(40)
})

test('when nothing is new the answer is idle and the cursor the same', async () => {
  const { cursor } = await walk({})
  const page = await readFeedBySql(backend.sql, cursor)
  expect(page).toMatchObject({ mode: 'idle', more: false, items: [], range: null })
  expect(page.cursor).toEqual(cursor)
})

test('an empty backend is walked in one empty page', async () => {
  const empty = await freshBackend()
  const page = await readFeedBySql(empty.sql, null)
  expect(page).toMatchObject({ mode: 'full', more: false, items: [] })
  expect((await readFeedBySql(empty.sql, page.cursor)).mode).toBe('idle')
  await empty.dispose()
})
