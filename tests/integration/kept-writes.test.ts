/** What was written without a network, sent afterwards: once, and never over somebody else's word. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let card: string

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

beforeEach(async () => {
  const { ids, manchester } = agency
  const [row] = await database.sql`insert into candidates (job_id, office_id, name, created_by)
    values (${ids.job}, ${manchester}, 'Bea Example', null) returning id`
  card = String(row?.['id'])
})

type Sender = 'manchesterRecruiter' | 'manchesterViewer' | 'londonRecruiter'

async function send(
  kind: string,
  body: Record<string, unknown>,
  id: string = crypto.randomUUID(),
  sender: Sender = 'manchesterRecruiter',
): Promise<unknown> {
  const { users, london, manchester } = agency
  const answers: unknown[] = []
  const office = sender === 'londonRecruiter' ? london : manchester
  await actAs(database.sql, users[sender], office, async (tx) => {
    const [row] =
      await tx`select public.send_kept_write(${id}, ${kind}, ${tx.json(body as never)}) as answer`
    answers.push(row?.['answer'])
  })
  return answers[0]
}

const DONE = { result: 'done' }
const note = () => ({
  subjectId: card,
  noteId: crypto.randomUUID(),
  action: 'call',
  text: 'Rings back',
  at: '2026-01-01T10:00:00Z',
})
const move = (from: string, to: string) => ({ subjectId: card, from, to, position: 5 })
const statusOf = async (): Promise<unknown> =>
  (await database.sql`select status from candidates where id = ${card}`)[0]?.['status']

test('a write sent again after a lost answer changes nothing', async () => {
  const id = crypto.randomUUID()
  const body = note()
  expect(await send('card-note', body, id)).toEqual(DONE)
  expect(await send('card-note', body, id)).toEqual(DONE)
  const notes =
    await database.sql`select author_id, action_type from candidate_notes where candidate_id = ${card}`
  expect(notes).toEqual([{ author_id: agency.users.manchesterRecruiter, action_type: 'call' }])
})

test('a note that went out before its answer was lost does not stand twice', async () => {
  const body = note()
  await database.sql`insert into candidate_notes (id, candidate_id, body) values (${body.noteId}, ${card}, 'Rings back')`
  expect(await send('card-note', body)).toEqual(DONE)
  const notes = await database.sql`select 1 from candidate_notes where candidate_id = ${card}`
  expect(notes).toHaveLength(1)
})

test('moves follow each other; the trace says a person did it', async () => {
  expect(await send('card-move', move('not-contacted', 'contacted'))).toEqual(DONE)
  expect(await send('card-move', move('contacted', 'interview'))).toEqual(DONE)
  expect(await statusOf()).toBe('interview')
  const events = await database.sql`select set_by from status_events where candidate_id = ${card}`
  expect(events).toEqual([{ set_by: 'person' }, { set_by: 'person' }])
})

test('a card that somebody else moved stays there, and a later word is not swallowed', async () => {
  await database.sql`update candidates set status = 'hired' where id = ${card}`
  const id = crypto.randomUUID()
  const conflict = { result: 'conflict', present: { status: 'hired', columnName: 'Hired' } }
  expect(await send('card-move', move('not-contacted', 'interview'), id)).toEqual(conflict)
  expect(await statusOf()).toBe('hired')
  expect(await send('card-move', move('hired', 'interview'), id)).toEqual(DONE)
  expect(await statusOf()).toBe('interview')
})

const change = (set: object, seen?: string | null) => ({
  subjectId: card,
  changeId: crypto.randomUUID(),
  set,
  ...(seen === undefined ? {} : { seen }),
})
const fieldsOf = async (): Promise<unknown> =>
  (
    await database.sql`select tags, assigned_to, to_char(follow_up_on, 'YYYY-MM-DD') as day
      from candidates where id = ${card}`
  )[0]

test('tags, assignee and follow-up of a card are set one after the other', async () => {
  const { manchesterRecruiter: colleague } = agency.users
  await database.sql`update candidates set tags = '{gas}' where id = ${card}`
  expect(await send('card-change', change({ addTags: ['van'], removeTags: ['gas'] }))).toEqual(DONE)
  expect(await send('card-change', change({ assignedTo: colleague }, null))).toEqual(DONE)
  expect(await send('card-change', change({ followUpOn: '2026-03-09' }, null))).toEqual(DONE)
  expect(await fieldsOf()).toEqual({ tags: ['van'], assigned_to: colleague, day: '2026-03-09' })
})

test('a change that arrived before its answer was lost is not made over somebody’s later word', async () => {
  const body = change({ followUpOn: '2026-03-09' }, null)
  const { users, manchester, ids } = agency
  await actAs(database.sql, users.manchesterRecruiter, manchester, async (tx) => {
    await tx`select public.change_cards(${body.changeId}, ${ids.job}, ${tx.json(body.set as never)},
      ${tx.json([{ id: card, seen: null }])})`
  })
  await database.sql`update candidates set follow_up_on = '2026-04-01' where id = ${card}`
  expect(await send('card-change', body)).toEqual(DONE)
  expect(await fieldsOf()).toMatchObject({ day: '2026-04-01' })
})

test('a field that somebody else set comes back in words, and may be insisted on', async () => {
  const { manchesterRecruiter: mine, manchesterViewer: theirs } = agency.users
  await database.sql`update candidates set assigned_to = ${theirs}, follow_up_on = '2026-04-01' where id = ${card}`
  const [profile] = await database.sql`select full_name from profiles where id = ${theirs}`
  const id = crypto.randomUUID()
  const wish = change({ assignedTo: mine }, null)
  expect(await send('card-change', wish, id)).toEqual({
    result: 'conflict',
    present: { assignedTo: theirs, assignedName: String(profile?.['full_name']) },
  })
  expect(await send('card-change', change({ followUpOn: '2026-03-09' }, null))).toEqual({
    result: 'conflict',
    present: { followUpOn: '2026-04-01' },
  })
  expect(await fieldsOf()).toMatchObject({ assigned_to: theirs, day: '2026-04-01' })
  expect(await send('card-change', { ...wish, seen: theirs }, id)).toEqual(DONE)
  expect(await fieldsOf()).toMatchObject({ assigned_to: mine })
})

test('fields nobody else touched are written, others come back as they are', async () => {
  const { ids } = agency
  const edit = (before: object, after: object) =>
    send('job-fields', { subjectId: ids.job, before, after })
  const [job] =
    await database.sql`update jobs set location = 'Leeds', tags = '{gas}' where id = ${ids.job} returning company`
  const company = String(job?.['company'])
  expect(await edit({ company, tags: ['gas'] }, { company: 'Acme', tags: ['gas', 'van'] })).toEqual(
    DONE,
  )
  expect(await edit({ location: 'York' }, { location: 'Hull' })).toEqual({
    result: 'conflict',
    present: { location: 'Leeds' },
  })
  const [now] = await database.sql`select company, tags, location from jobs where id = ${ids.job}`
  expect(now).toEqual({ company: 'Acme', tags: ['gas', 'van'], location: 'Leeds' })
  await expect(edit({ office_id: null }, { office_id: null })).rejects.toThrow(/can’t be changed/)
})

test.each(['manchesterViewer', 'londonRecruiter'] as const)(
  'a %s changes nothing, and the id is not used up',
  async (sender) => {
    const id = crypto.randomUUID()
    const wish = move('not-contacted', 'contacted')
    await expect(send('card-move', wish, id, sender)).rejects.toThrow(/./)
    const tag = change({ addTags: ['van'], removeTags: [] })
    await expect(send('card-change', tag, id, sender)).rejects.toThrow(/./)
    expect(await statusOf()).toBe('not-contacted')
    expect(await send('card-move', wish, id)).toEqual(DONE)
  },
)

test('marks of writes are dropped after a month, no sooner', async () => {
  const young = crypto.randomUUID()
  const old = crypto.randomUUID()
  for (const id of [young, old]) await send('card-note', note(), id)
  await database.sql`update kept_writes set sent_at = now() - interval '29 days' where id = ${young}`
  await database.sql`update kept_writes set sent_at = now() - interval '31 days' where id = ${old}`
  await database.sql`select prune_kept_writes()`
  const left = await database.sql`select id from kept_writes where id in (${young}, ${old})`
  expect(left.map((row) => String(row['id']))).toEqual([young])
})

test('what is never kept is refused', async () => {
  await expect(send('launch', { subjectId: card })).rejects.toThrow(/can’t be sent/)
})
