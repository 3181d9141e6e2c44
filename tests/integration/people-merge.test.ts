/** Merging people: no row is lost, counts add up, a person's decision and an opt-out stay, and undo gives all back. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { aCase, makePair, type Pair, rowsOf } from '../support/merge-cases.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices
beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

type Answer = Readonly<Record<string, unknown>>

async function act(
  statement: string,
  values: readonly (string | boolean | null)[],
  user = agency.users.manchesterRecruiter,
  office = agency.manchester,
): Promise<Answer> {
  const kept: Answer[] = []
  await actAs(database.sql, user, office, async (tx) => {
    const [row] = await tx.unsafe(`select ${statement} as answer`, [...values])
    kept.push(row?.['answer'] as Answer)
  })
  return kept[0] ?? {}
}
const merge = (pair: Pair, id: string = crypto.randomUUID()) =>
  act('merge_people($1, $2, $3)', [id, pair.one, pair.other])
const undo = (answer: Answer) => act('undo_merge($1)', [String(answer['mergeId'])])

test('whatever two people have, it is all there after a merge, once, and as before after its undo', async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async (given) => {
      const { sql } = database
      const pair = await makePair(sql, agency, given)
      const both = [pair.one, pair.other]
      const before = await rowsOf(sql, both)
      const answer = await merge(pair)
      expect(answer).toMatchObject({ result: 'ok' })
      const kept = String(answer['personId'])
      const after = await rowsOf(sql, both)

      // Lines of the ledger, notes and what was said: the same rows, all with the one who stays.
      const ids = (rows: readonly Answer[]) => rows.map((row) => String(row['id'])).toSorted()
      expect(ids(after.recipients)).toEqual(ids(before.recipients))
      expect(after.recipients.every((row) => row['person_id'] === kept)).toBe(true)
      expect(ids(after.notes)).toEqual(ids(before.notes))
      expect(ids(before.events).every((id) => ids(after.events).includes(id))).toBe(true)
      // Cards and pool rows: one a board and pool, and with those folded as many as before.
      const [record] =
        await sql`select record from private.person_merges where id = ${String(answer['mergeId'])}`
      const folded = record?.['record'] as { foldedCards: unknown[]; foldedMembers: unknown[] }
      expect(after.cards.length + folded.foldedCards.length).toBe(before.cards.length)
      expect(after.members.length + folded.foldedMembers.length).toBe(before.members.length)
      expect(new Set(after.cards.map((card) => String(card['job_id']))).size).toBe(
        after.cards.length,
      )
      // What a person decided stands: the latest of their decisions on a board.
      for (const card of after.cards) {
        const [decided] = before.cards
          .filter((old) => old['job_id'] === card['job_id'] && old['status_set_by'] === 'person')
          .toSorted((a, b) => Number(b['decided']) - Number(a['decided']))
        if (decided !== undefined) expect(card['status']).toBe(decided['status'])
      }
      // Nobody becomes reachable by a merge.
      if (before.suppressed.length > 0) expect(after.suppressed).toHaveLength(pair.phones.length)

      expect(await undo(answer)).toMatchObject({ result: 'ok' })
      const back = await rowsOf(sql, both)
      const mergeEvents = back.events.filter((row) => row['action'] === 'merge')
      expect({ ...back, events: back.events.filter((row) => !mergeEvents.includes(row)) }).toEqual(
        before,
      )
      expect(await undo(answer)).toEqual({ result: 'conflict' })
    }),
    { numRuns: 25 },
  )
})

describe('two people at once', () => {
  const given = {
    cards: [],
    members: [{ pool: 0, whose: 'both' as const }],
    lines: 1,
    suppressed: 'nobody' as const,
    phones: 'both' as const,
  }

  test('a merge pressed twice is one, and one from the other side is a conflict', async () => {
    const pair = await makePair(database.sql, agency, given)
    const id = crypto.randomUUID()
    const [first, again] = await Promise.all([merge(pair, id), merge(pair, id)])
    expect(again).toEqual(first)
    const turned = { ...pair, one: pair.other, other: pair.one }
    expect(await merge(turned)).toEqual({ result: 'conflict' })
  })

  test('a number that was merged away still leads to the person, from an import and by hand', async () => {
    const pair = await makePair(database.sql, agency, given)
    const { personId } = await merge(pair)
    const gone = pair.phones[1] ?? ''
    const file = crypto.randomUUID()
    const [pool] = await database.sql`insert into datasets (office_id, name, created_by)
      values (${agency.manchester}, 'New', null) returning id`
    await act(`start_import($1, $2, 'f.csv', 1, '{}')`, [file, String(pool?.['id'])])
    const rows = [{ row: 1, name: 'Sam', phone_e164: gone, phone_given: gone }]
    const read = await act('import_rows($1, $2::text::jsonb)', [file, JSON.stringify(rows)])
    expect(read).toMatchObject({ linked: 1, created: 0 })
    const [member] =
      await database.sql`select person_id from dataset_candidates where import_id = ${file}`
    expect(member?.['person_id']).toBe(personId)
  })

  test('an opt-out that comes later by either number holds for both', async () => {
    const pair = await makePair(database.sql, agency, given)
    await merge(pair)
    const [one = '', other = ''] = pair.phones
    await database.sql`insert into suppressions (phone_e164, reason) values (${other}, 'opted_out')`
    expect(await act('is_suppressed($1)', [one])).toBe(true)
  })

  test('whom another office knows, only an admin merges; a viewer nobody', async () => {
    const pair = await makePair(database.sql, agency, given)
    const ids = [crypto.randomUUID(), pair.one, pair.other]
    const say = (user: string) => act('merge_people($1, $2, $3)', ids, user)
    await expect(say(agency.users.manchesterViewer)).rejects.toMatchObject({
      detail: 'forbidden:read_only',
    })
    const [pool] = await database.sql`insert into datasets (office_id, name, created_by)
      values (${agency.london}, 'Theirs', null) returning id`
    await database.sql`insert into dataset_candidates (dataset_id, office_id, person_id, name, created_by)
      values (${String(pool?.['id'])}, ${agency.london}, ${pair.one}, 'Sam', null)`
    await expect(say(agency.users.manchesterRecruiter)).rejects.toMatchObject({
      detail: 'forbidden:other_office',
    })
    expect(await say(agency.users.admin)).toMatchObject({ result: 'ok' })
  })

  test('who is erased is erased by all their numbers', async () => {
    const pair = await makePair(database.sql, agency, given)
    const { personId } = await merge(pair)
    await act('erase_person($1)', [String(personId)], agency.users.admin)
    const left =
      await database.sql`select from people where id in ${database.sql([pair.one, pair.other])}`
    expect(left).toEqual([])
    for (const phone of pair.phones) expect(await act('is_suppressed($1)', [phone])).toBe(true)
  })
})
