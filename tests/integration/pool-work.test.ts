/** Taking an import back, and what is done to many members of a pool at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
let pool: string
let file: string

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

type Answer = Readonly<Record<string, unknown>>
async function act(statement: string, values: readonly unknown[]): Promise<Answer> {
  const kept: Answer[] = []
  await actAs(database.sql, agency.users.manchesterRecruiter, agency.manchester, async (tx) => {
    const [row] = await tx.unsafe(`select ${statement} as answer`, values as string[])
    kept.push(row?.['answer'] as Answer)
  })
  return kept[0] ?? {}
}

async function newPool(name: string): Promise<string> {
  const [row] = await database.sql`insert into datasets (office_id, name, created_by)
    values (${agency.manchester}, ${name}, null) returning id`
  return String(row?.['id'])
}

let lastPhone = 7_000
const rowOf = (row: number, rest: object = {}) => {
  lastPhone += 1
  const phone = `+44770090${lastPhone}`
  return { row, name: `Person ${row}`, phone_e164: phone, phone_given: phone, ...rest }
}
async function importInto(dataset: string, rows: readonly object[]): Promise<string> {
  const id = crypto.randomUUID()
  await act(`start_import($1, $2, 'people.csv', ${rows.length}, '{}')`, [id, dataset])
  await act('import_rows($1, $2::text::jsonb)', [id, JSON.stringify(rows)])
  await act('finish_import($1)', [id])
  return id
}
const membersOf = async (dataset: string) =>
  (await database.sql`select id, person_id, name, trade, notes, tags from dataset_candidates
    where dataset_id = ${dataset} order by name`) as unknown as {
    id: string
    person_id: string
    name: string
    trade: string
    notes: string
    tags: string[]
  }[]

async function undoAll(id: string, limit = 2): Promise<number> {
  let removed = 0
  for (;;) {
    const answer = await act(`undo_import($1, ${limit})`, [id])
    removed += Number(answer['removed'])
    if (answer['more'] === false) return removed
  }
}

beforeEach(async () => {
  pool = await newPool('A pool')
})

describe('an import that is taken back', () => {
  test('takes away whom it brought, and nobody else; who is nowhere else is not held any more', async () => {
    await importInto(pool, [rowOf(1)])
    const before = await membersOf(pool)
    file = await importInto(pool, [rowOf(2), rowOf(3), rowOf(4), rowOf(5), rowOf(6)])
    const people = (await membersOf(pool)).map((member) => member.person_id)
    expect(await act('preview_undo_import($1)', [file])).toMatchObject({ remove: 5, keep: {} })
    expect(await undoAll(file)).toBe(5)
    expect(await membersOf(pool)).toEqual(before)
    expect(
      await database.sql`select id from people where id in ${database.sql(people)}`,
    ).toHaveLength(1)
    const [job] = await database.sql`select state from imports where id = ${file}`
    expect(job?.['state']).toBe('undone')
    await expect(act('import_rows($1, $2::text::jsonb)', [file, '[]'])).rejects.toMatchObject({
      detail: 'conflict:import_closed',
    })
  })

  test('keeps who was launched, put on a board, noted or changed since, and says why', async () => {
    const { sql } = database
    file = await importInto(
      pool,
      [1, 2, 3, 4, 5].map((row) => rowOf(row)),
    )
    const [launched, carded, , changed] = await membersOf(pool)
    await sql`insert into campaign_candidates (campaign_id, office_id, person_id, forename)
      values (${agency.ids.campaign}, ${agency.manchester}, ${launched?.person_id ?? ''}, 'Sam')`
    await sql`insert into candidates (job_id, office_id, person_id, name, created_by)
      values (${agency.ids.job}, ${agency.manchester}, ${carded?.person_id ?? ''}, 'Sam', null)`
    await act(`tag_members($1, array[$2]::uuid[], '', '{vip}', '{}')`, [pool, changed?.id])
    const preview = await act('preview_undo_import($1)', [file])
    expect(preview).toMatchObject({ remove: 2, keep: { launched: 1, board: 1, changed: 1 } })
    expect((preview['kept'] as { reason: string }[]).map(({ reason }) => reason)).toEqual([
      'launched',
      'board',
      'changed',
    ])
    expect(await undoAll(file)).toBe(2)
    expect((await membersOf(pool)).map(({ name }) => name)).toEqual([
      'Person 1',
      'Person 2',
      'Person 4',
    ])
  })

  test('empties again what it filled in, unless somebody wrote something else there', async () => {
    const [one, two] = [rowOf(1), rowOf(2)]
    await importInto(pool, [one, two])
    const before = await membersOf(pool)
    file = await importInto(pool, [
      { ...one, trade: 'Roofer' },
      { ...two, trade: 'Roofer', notes: 'Rang' },
    ])
    await database.sql`update dataset_candidates set trade = 'Joiner' where id = ${before[1]?.id ?? ''}`
    await undoAll(file)
    expect(await membersOf(pool)).toEqual([before[0], { ...before[1], trade: 'Joiner' }])
  })

  test('brings tags beside those there are, and takes away only its own', async () => {
    const [one, two] = [rowOf(1, { tags: ['gas', 'vip', 'gas', ' '] }), rowOf(2)]
    await importInto(pool, [one, two])
    const tags = async () => (await membersOf(pool)).map((member) => member.tags)
    expect(await tags()).toEqual([['gas', 'vip'], []])
    file = await importInto(pool, [{ ...one, tags: ['vip', 'night'] }, two])
    expect(await act('preview_undo_import($1)', [file])).toMatchObject({ restore: 1 })
    const [first] = await membersOf(pool)
    await act(`tag_members($1, array[$2]::uuid[], '', '{van}', '{}')`, [pool, first?.id])
    expect(await tags()).toEqual([['gas', 'vip', 'night', 'van'], []])
    await undoAll(file)
    expect(await tags()).toEqual([['gas', 'vip', 'van'], []])
  })
})

test('tags go on and off many members, in parts, by a search too', async () => {
  await importInto(
    pool,
    [1, 2, 3].map((row) => rowOf(row, { trade: row < 3 ? 'Plumber' : 'Joiner' })),
  )
  const first = await act(`tag_members($1, null, 'plumb', '{night, " "}', '{}', null, 1)`, [pool])
  expect(first).toMatchObject({ changed: 1 })
  await act(`tag_members($1, null, 'plumb', '{night}', '{}', $2, 1)`, [pool, first['next']])
  expect((await membersOf(pool)).map(({ tags }) => tags)).toEqual([['night'], ['night'], []])
  await act(`tag_members($1, null, '', '{}', '{night}')`, [pool])
  expect((await membersOf(pool)).flatMap(({ tags }) => tags)).toEqual([])
})

test('a search finds a number in any form, and a tag: what is found is what is changed', async () => {
  await importInto(pool, [rowOf(1), rowOf(2)])
  const [one] = await membersOf(pool)
  await database.sql`update dataset_candidates set phone_given = '07700 900 601' where id = ${one?.id ?? ''}`
  for (const search of ['+447700900601', '0044 7700 900601', '+44 (0)7700-900601', '900601']) {
    const found = await act(`tag_members($1, null, $2, array[$2], '{}')`, [pool, search])
    expect(found, search).toMatchObject({ changed: 1 })
  }
  expect(await act(`tag_members($1, null, '900601', '{}', '{900601}')`, [pool])).toMatchObject({
    changed: 1,
  })
  expect(await act(`tag_members($1, null, 'none such', '{x}', '{}')`, [pool])).toMatchObject({
    changed: 0,
  })
})

test('members are copied or moved to another pool, each person once', async () => {
  const [one, two] = [rowOf(1, { notes: 'Rang' }), rowOf(2)]
  const other = await newPool('Another pool')
  await importInto(pool, [one, two])
  await importInto(other, [{ ...one, notes: '' }])
  expect(await act(`copy_members($1, null, '', $2, false)`, [pool, other])).toMatchObject({
    copied: 1,
    there: 1,
  })
  expect((await membersOf(other)).map(({ notes }) => notes)).toEqual(['Rang', ''])
  expect(await membersOf(pool)).toHaveLength(2)
  await act(`copy_members($1, null, '', $2, true)`, [pool, other])
  expect(await membersOf(pool)).toEqual([])
  expect(await membersOf(other)).toHaveLength(2)
})

test('members join the audience of a draft, once, and of nothing that is launched', async () => {
  await importInto(pool, [rowOf(1), rowOf(2)])
  const add = () => act(`add_members_to_campaign($1, null, '', $2)`, [pool, agency.ids.campaign])
  await expect(add()).rejects.toMatchObject({ detail: 'conflict:not_a_draft' })
  await database.sql`update campaigns set state = 'draft' where id = ${agency.ids.campaign}`
  expect(await add()).toMatchObject({ added: 2, of: 2 })
  expect(await add()).toMatchObject({ added: 0, of: 2 })
})

test('what is known of a number is told of one’s own offices only', async () => {
  const mine = rowOf(1)
  await importInto(pool, [mine])
  await database.sql`insert into people (phone_e164) values ('+442079460999')`
  const other = await newPool('Another pool')
  const phones = `{${mine.phone_e164},+442079460999,+442079460998}`
  expect(await act('known_phones($1, $2::text[])', [pool, phones])).toEqual({
    inPool: [mine.phone_e164],
    known: [],
  })
  expect(await act('known_phones($1, $2::text[])', [other, phones])).toEqual({
    inPool: [],
    known: [mine.phone_e164],
  })
})
