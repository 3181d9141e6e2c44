/** Changes of many cards, and of a board's columns, as the API lets them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let job: string
let cards: readonly string[]

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

beforeEach(async () => {
  const { sql } = database
  const [added] = await sql`insert into jobs (office_id, title, created_by)
    values (${agency.manchester}, 'Roofer', null) returning id`
  job = String(added?.['id'])
  const rows =
    await sql`insert into candidates (job_id, office_id, name, position, tags, created_by)
    select ${job}, ${agency.manchester}, 'Person ' || n, n, '{old}', null from generate_series(1, 3) n
    returning id`
  cards = rows.map((row) => String(row['id']))
})

type Answer = {
  readonly result?: string
  readonly id?: string
  readonly key?: string
  readonly version?: number
  readonly changeId?: string
  readonly changed?: number
  readonly left?: unknown
  readonly gone?: number
  readonly restored?: number
  readonly keys?: readonly string[]
}

/** Calls a function as the recruiter of Manchester, who keeps what it does. */
async function act(query: string, values: readonly unknown[]): Promise<Answer> {
  const answers: Answer[] = []
  await actAs(database.sql, agency.users.manchesterRecruiter, agency.manchester, async (tx) => {
    const [row] = await tx.unsafe(`select ${query} as answer`, values as never[])
    answers.push(row?.['answer'] as Answer)
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer')
  return answer
}

type Asked = readonly { readonly id: string; readonly seen?: string | null }[]

const change = (what: object, asked: Asked, id: string = crypto.randomUUID()) =>
  act('public.change_cards($1, $2, $3, $4)', [id, job, what, asked])
const undo = (id: string | undefined) => act('public.undo_board_change($1)', [id ?? null])
const all = (seen?: string | null): Asked =>
  cards.map((id) => (seen === undefined ? { id } : { id, seen }))
const statuses = async () =>
  (await database.sql`select status from candidates where job_id = ${job} order by name`).map(
    (row) => String(row['status']),
  )
const keys = async () =>
  (await database.sql`select key from kanban_columns where job_id = ${job} order by position`).map(
    (row) => String(row['key']),
  )
const addColumn = (name: string, after: string | null = null) =>
  act(`public.add_column(gen_random_uuid(), $1, $2, 'pink', false, $3)`, [job, name, after])
const deleteColumn = (column: Answer, to: string) =>
  act('public.delete_column(gen_random_uuid(), $1, $2, $3)', [column.id, column.version, to])

test('a bulk rejection keeps its reason on every card and in every history, and is undone at once', async () => {
  const answer = await change({ status: 'rejected', reason: 'Too far away' }, all('not-contacted'))
  expect(answer).toMatchObject({ changed: 3, left: [], gone: 0 })
  const events = await database.sql`select e.trace ->> 'reason' as reason, c.rejection_reason
    from status_events e join candidates c on c.id = e.candidate_id where c.job_id = ${job}`
  expect(events.map((row) => [String(row['reason']), String(row['rejection_reason'])])).toEqual(
    Array.from({ length: 3 }, () => ['Too far away', 'Too far away']),
  )
  expect(await undo(answer.changeId)).toMatchObject({ restored: 3, left: 0 })
  expect(await statuses()).toEqual(Array.from({ length: 3 }, () => 'not-contacted'))
  await expect(undo(answer.changeId)).rejects.toThrow(/can’t be taken back/)
})

test('moved cards lie on top of the column, in the order they were given', async () => {
  await change({ status: 'interview' }, [{ id: String(cards[2]) }])
  await change({ status: 'interview' }, [{ id: String(cards[1]) }, { id: String(cards[0]) }])
  const rows = await database.sql`select id from candidates
    where job_id = ${job} and status = 'interview' order by position, id`
  expect(rows.map((row) => String(row['id']))).toEqual([cards[1], cards[0], cards[2]])
})

test('a card that somebody moved meanwhile is left and answered as it is now', async () => {
  await change({ status: 'hired' }, [{ id: String(cards[0]) }])
  const answer = await change({ status: 'rejected' }, all('not-contacted'))
  expect(answer).toMatchObject({
    changed: 2,
    left: [{ id: cards[0], name: 'Person 1', present: 'hired', setBy: 'person' }],
  })
  expect(await statuses()).toEqual(['hired', 'rejected', 'rejected'])
})

test('undo leaves what was decided anew since', async () => {
  const answer = await change({ status: 'interview' }, all())
  await change({ status: 'hired' }, [{ id: String(cards[1]) }])
  expect(await undo(answer.changeId)).toMatchObject({ restored: 2, left: 1 })
  expect(await statuses()).toEqual(['not-contacted', 'hired', 'not-contacted'])
})

test('sending a change again changes nothing twice', async () => {
  const id = crypto.randomUUID()
  const first = await change({ status: 'interview' }, all(), id)
  expect(await change({ status: 'interview' }, all(), id)).toEqual(first)
})

test('tags add up, and assignee and follow-up date can be set and taken away', async () => {
  const added = await change({ addTags: ['CSCS', 'night shift'], removeTags: ['old'] }, all())
  const tagged = await database.sql`select distinct tags from candidates where job_id = ${job}`
  expect(tagged).toEqual([{ tags: ['CSCS', 'night shift'] }])
  await undo(added.changeId)
  const me = agency.users.manchesterRecruiter
  await change({ assignedTo: me }, all(null))
  expect(await change({ followUpOn: '2026-03-09' }, all(null))).toMatchObject({ changed: 3 })
  expect(await change({ followUpOn: null }, all('2026-03-09'))).toMatchObject({ changed: 3 })
  const rows = await database.sql`select distinct tags, assigned_to, follow_up_on
    from candidates where job_id = ${job}`
  expect(rows).toEqual([{ tags: ['old'], assigned_to: me, follow_up_on: null }])
})

test('a column gets a key of its own from its name, left of Rejected unless told otherwise', async () => {
  expect(await addColumn('Réserve (2026)')).toMatchObject({ key: 'reserve-2026' })
  expect(await addColumn('Interview')).toMatchObject({ key: 'interview-2' })
  expect(await addColumn('面接', 'contacted')).toMatchObject({ key: 'column' })
  expect((await keys()).slice(-3)).toEqual(['reserve-2026', 'interview-2', 'rejected'])
  expect((await keys()).slice(1, 3)).toEqual(['contacted', 'column'])
})

test('columns go into an order, unless somebody else ordered them meanwhile', async () => {
  const seen = await keys()
  const next = seen.toReversed()
  const order = (to: readonly string[], from: readonly string[]) =>
    act('public.order_columns($1, $2, $3)', [job, to, from])
  expect(await order(next, seen)).toMatchObject({ result: 'ok' })
  expect(await keys()).toEqual(next)
  expect(await order(seen.toSorted(), seen)).toMatchObject({ result: 'conflict', keys: next })
})

test('a deleted column’s cards go where they were sent, and both come back with an undo', async () => {
  const column = await addColumn('Shortlist', 'interested')
  const before = await keys()
  await change({ status: 'shortlist' }, all())
  const answer = await deleteColumn(column, 'interview')
  expect(answer).toMatchObject({ result: 'ok', changed: 3 })
  expect(await keys()).not.toContain('shortlist')
  expect(await statuses()).toEqual(['interview', 'interview', 'interview'])
  expect(await undo(answer.changeId)).toMatchObject({ restored: 3, left: 0 })
  expect(await keys()).toEqual(before)
  expect(await statuses()).toEqual(['shortlist', 'shortlist', 'shortlist'])
})

test('a column that somebody renamed meanwhile is not deleted', async () => {
  const column = await addColumn('Shortlist')
  const rename = async () => {
    await actAs(database.sql, agency.users.manchesterRecruiter, agency.manchester, async (tx) => {
      await tx`update kanban_columns set name = 'Reserve' where id = ${String(column.id)}`
    })
  }
  await rename()
  expect(await deleteColumn(column, 'interview')).toMatchObject({
    result: 'conflict',
    column: { name: 'Reserve' },
  })
})

test('the columns of new cards and of refusals stay', async () => {
  const [rejected] = await database.sql<
    Answer[]
  >`select id, version from kanban_columns where job_id = ${job} and key = 'rejected'`
  await expect(deleteColumn(rejected ?? {}, 'interview')).rejects.toThrow(/can’t be deleted/)
})

test('what the agents propose follows a deleted column to the nearest lower one', async () => {
  await database.sql`update candidates set proposed_status = 'hired' where id = ${String(cards[0])}`
  const [hired] = await database.sql<
    Answer[]
  >`select id, version from kanban_columns where job_id = ${job} and key = 'hired'`
  await deleteColumn(hired ?? {}, 'interview')
  const [card] =
    await database.sql`select proposed_status from candidates where id = ${String(cards[0])}`
  expect(card?.['proposed_status']).not.toBe('hired')
})

test('viewers and other offices change nothing', async () => {
  const as = (user: string, office: string) =>
    actAs(database.sql, user, office, async (tx) => {
      await tx`select public.change_cards(gen_random_uuid(), ${job}, '{"status": "hired"}', ${tx.json(all() as never)})`
    })
  await expect(as(agency.users.manchesterViewer, agency.manchester)).rejects.toThrow(/not change/)
  await expect(as(agency.users.londonRecruiter, agency.london)).rejects.toThrow(/not yours/)
})

test('a deleted column leaves the audiences of drafts, and comes back to them with an undo', async () => {
  const { sql } = database
  const column = await addColumn('Ready', 'interested')
  const kept = { jobId: job, key: 'interested' }
  const gone = { jobId: job, key: column.key ?? '' }
  const rows = await sql`
    insert into campaigns (office_id, job_id, name, slug, uid, state, audience, created_by)
    select ${agency.manchester}, ${job}, s, 'ready', left(s, 1) || '1abcdefg', s,
      ${sql.json({ columns: [kept, gone] })}, null
    from unnest(array['draft', 'running']) as s returning id`
  const columnsOf = async () =>
    (
      await sql`select audience -> 'columns' as columns from campaigns
        where id in ${sql(rows.map((row) => String(row['id'])))} order by state`
    ).map((row) => row['columns'] as unknown)
  const answer = await deleteColumn(column, 'interview')
  expect(await columnsOf()).toEqual([[kept], [kept, gone]])
  await undo(answer.changeId)
  expect(await columnsOf()).toEqual([
    [kept, gone],
    [kept, gone],
  ])
})
