/** Finding people by whatever one remembers of them, within one's own offices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { ANN, attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

type Found = {
  readonly total: number
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly match: { readonly kind: string; readonly text?: string } | null
  }[]
}

let database: FreshDatabase
let agency: TwoOffices
let zolw: string

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
  const { sql } = database
  const [row] = await sql`insert into people (phone_e164) values ('+5511987654321') returning id`
  zolw = String(row?.['id'])
  await sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, email, tags, created_by)
    values (${agency.ids.pool}, ${agency.manchester}, ${zolw}, 'Żaneta Żółw-O’Brien', 'zaneta.zolw@example.org',
      '{night shift}', null)`
})
afterAll(() => database.dispose())

async function search(query: string, user = agency.users.manchesterRecruiter, rest: object = {}) {
  return attemptAs(database.sql, user, async (tx) => {
    const filter = { tag: null, place: null, ...rest } as {
      tag: string | null
      place: string | null
    }
    const [row] =
      await tx`select search_people(${query}, null, ${filter.tag}, ${filter.place}) as found`
    return row?.['found'] as Found
  })
}
const kinds = ({ items }: Found) => items.map(({ name, match }) => [name, match?.kind])

describe('each of these finds one person, and says by what', () => {
  test.each([
    ['zaneta', 'name'],
    ['ŻÓŁW', 'name'],
    ['brien zan', 'name'],
    ['zaneta.zolw@example.org', 'email'],
    ['zolw@exam', 'email'],
    ['night', 'tag'],
    ['+55 11 98765-4321', 'phone'],
    ['0055 11 98765 4321', 'phone'],
    ['+55 11 8765 4321', 'phone'], // as it was written before the ninth digit
    ['7654', 'phone'],
  ])('%s', async (query, kind) => {
    expect(kinds(await search(query))).toEqual([['Żaneta Żółw-O’Brien', kind]])
  })

  test.each(['07700 900123', '+44 (0)7700 900 123', '00447700900123', '(07700) 900-123', '900123'])(
    '%s',
    async (query) => {
      expect(kinds(await search(query))).toEqual([[ANN.name, 'phone']])
    },
  )
})

test('what was written and what was said on the phone are found with their words', async () => {
  const { sql } = database
  const { recipient } = agency.ids
  await sql`insert into whatsapp_messages (campaign_candidate_id, office_id, session_id, chat_id, direction, body)
    values (${recipient}, ${agency.manchester}, ${ANN.session}, 2, 'inbound', 'I have a Saxophöne')`
  await sql`insert into whatsapp_messages (campaign_candidate_id, office_id, session_id, chat_id, direction, body, hidden)
    values (${recipient}, ${agency.manchester}, ${ANN.session}, 3, 'internal', 'tubular bells', true)`
  await sql`insert into call_transcript_messages (call_record_id, position, office_id, speaker, body)
    select id, 2, office_id, 'candidate', 'Only with a trombone' from call_records`
  const written = await search('saxophone')
  expect(written.items[0]?.match).toMatchObject({ kind: 'message', text: 'I have a Saxophöne' })
  expect(written.items[0]?.match).toMatchObject({ recipientId: recipient })
  const said = await search('trombone')
  expect(said.items[0]?.match).toMatchObject({ kind: 'transcript', text: 'Only with a trombone' })
  expect((await search('tubular')).total).toBe(0)
})

test('another office finds nobody, by nothing, and who has no profile neither', async () => {
  for (const query of ['', ANN.name, ANN.phone, ANN.email, 'am', '900123']) {
    for (const user of [agency.users.londonRecruiter, agency.users.nobody, agency.users.inactive]) {
      expect((await search(query, user)).total).toBe(0)
    }
  }
  expect((await search('', agency.users.admin)).total).toBe(2)
})

test('a tag or a place narrows, with words and without', async () => {
  const user = agency.users.manchesterViewer
  expect(kinds(await search('', user, { tag: 'night shift' }))).toHaveLength(1)
  expect(kinds(await search('', user, { place: 'campaign' }))).toEqual([[ANN.name, undefined]])
  expect((await search('zaneta', user, { place: 'campaign' })).total).toBe(0)
  expect((await search('example', user, { place: 'pool' })).total).toBe(2)
})

test('signs that mean something to a search are only signs', async () => {
  for (const query of ["'", '\\', '&|!():*', "a' | 'b", '%%%%', '____', '   ']) {
    await expect(search(query)).resolves.toHaveProperty('total')
  }
})

test.each([
  ['whatsapp_messages', 'search_words(body)', 'whatsapp_messages_words'],
  ['call_transcript_messages', 'search_words(body)', 'call_transcript_messages_words'],
])('words in %s are looked up in an index', async (table, expression, index) => {
  const plan = await database.sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`
    return tx.unsafe(
      `explain select from ${table} where private.${expression} @@ private.search_query('yes')`,
    )
  })
  expect(JSON.stringify(plan)).toContain(index)
})

test('duplicates are suggested with all their reasons, until somebody says that they are two', async () => {
  const { sql } = database
  const { users, manchester, ids } = agency
  // The same line as Żaneta's, as it was written before Brazil's ninth digit; and her address.
  const [row] = await sql`insert into people (phone_e164) values ('+551187654321') returning id`
  const twin = String(row?.['id'])
  await sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, email, created_by)
    values (${ids.pool}, ${manchester}, ${twin}, 'Zaneta', 'ZANETA.zolw@example.org', null)`
  const list = (user: string, person: string | null = null) =>
    attemptAs(sql, user, async (tx) => {
      const [found] = await tx`select list_duplicates(null, ${person}) as answer`
      return found?.['answer'] as {
        total: number
        items: { people: { id: string }[]; reasons: { reason: string }[] }[]
      }
    })
  for (const person of [null, twin, zolw]) {
    const { total, items } = await list(users.manchesterRecruiter, person)
    expect(total).toBe(1)
    expect(items[0]?.people.map(({ id }) => id).toSorted()).toEqual([twin, zolw].toSorted())
    expect(items[0]?.reasons.map(({ reason }) => reason)).toEqual(['email', 'phone'])
  }
  expect((await list(users.londonRecruiter)).total).toBe(0)
  expect((await list(users.manchesterRecruiter, ids.person)).total).toBe(0)
  await actAs(sql, users.manchesterRecruiter, manchester, async (tx) => {
    await tx`select mark_distinct(${zolw}, ${twin})`
  })
  expect((await list(users.manchesterRecruiter)).total).toBe(0)
})

test('a person’s record shows what the offices have, and no other’s; an export is audited', async () => {
  const { sql } = database
  const { users, ids } = agency
  const call = (user: string, query: string) =>
    attemptAs(sql, user, async (tx) => {
      const [row] = await tx.unsafe(`select ${query}($1) as answer`, [ids.person])
      const logged = await tx`select details from audit_log where action = 'export'`
      return { answer: row?.['answer'] as Record<string, unknown[]>, logged }
    })
  const { answer } = await call(users.manchesterViewer, 'person_record')
  for (const part of ['cards', 'members', 'recipients']) expect(answer[part]).toHaveLength(1)
  expect(answer['notes']).toHaveLength(2)
  expect(answer['contact']).toMatchObject({
    optedOut: true,
    active: { name: 'Plumber' },
    suppressions: [],
  })
  const admins = await call(users.admin, 'person_record')
  expect(admins.answer['contact']).toMatchObject({ suppressions: [{ reason: 'manual' }] })
  await expect(call(users.londonRecruiter, 'person_record')).rejects.toMatchObject({
    detail: 'not_found:not_visible',
  })
  const exported = await call(users.admin, 'export_person')
  expect(exported.answer['messages']).toHaveLength(3)
  expect(exported.answer['calls']).toMatchObject([
    { transcript: [{ text: 'This is Ann Example' }, {}] },
  ])
  expect(exported.logged).toMatchObject([{ details: { messages: 3, cards: 1 } }])
})
