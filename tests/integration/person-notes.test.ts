/** Notes are about a person: what is written in one place is read in all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

type Note = { readonly about: string; readonly body: string; readonly recipientId: string | null }

function notesOf(kind: 'card' | 'recipient', id: string, user: string): Promise<readonly Note[]> {
  return attemptAs(database.sql, user, async (tx) => {
    const [row] = await tx`select public.list_notes(${kind}, ${id}) as notes`
    return row?.['notes'] as readonly Note[]
  })
}

test('a card and a recipient of one person tell the same notes, the latest first', async () => {
  const { card, recipient, person } = agency.ids
  const user = agency.users.manchesterViewer
  await database.sql`update candidate_notes set action_at = now() - interval '1 day'`
  const onCard = await notesOf('card', card, user)
  expect(onCard.map(({ recipientId }) => recipientId)).toEqual([recipient, null])
  expect(onCard[1]?.about).toBe('Plumber')
  expect(await notesOf('recipient', recipient, user)).toEqual(onCard)
  const record = await attemptAs(database.sql, user, async (tx): Promise<unknown> => {
    const [row] = await tx`select public.person_record(${person}) -> 'notes' as notes`
    return row?.['notes']
  })
  expect(record).toEqual(onCard)
})

test('a second job’s card brings its notes along, and another office’s stay there', async () => {
  const { card, person } = agency.ids
  const { sql } = database
  const second = async (office: string, body: string) => {
    const [made] = await sql`insert into jobs (office_id, title, created_by)
      values (${office}, ${body}, null) returning id`
    const [other] =
      await sql`insert into candidates (job_id, office_id, person_id, name, created_by)
      values (${String(made?.['id'])}, ${office}, ${person}, 'Ann', null) returning id`
    await sql`insert into candidate_notes (candidate_id, office_id, body, author_id)
      values (${String(other?.['id'])}, ${office}, ${body}, null)`
  }
  await second(agency.manchester, 'Roofer')
  await second(agency.london, 'Secret of London')
  const seen = await notesOf('card', card, agency.users.manchesterRecruiter)
  expect(seen.map(({ about }) => about)).toContain('Roofer')
  expect(JSON.stringify(seen)).not.toContain('London')
  expect(JSON.stringify(await notesOf('card', card, agency.users.admin))).toContain('London')
})

test('notes of another office’s card are not there', async () => {
  await expect(
    notesOf('card', agency.ids.card, agency.users.londonRecruiter),
  ).rejects.toMatchObject({ detail: 'not_found:not_visible' })
})

test('a recipient of nobody known has its own notes', async () => {
  const { recipient } = agency.ids
  await database.sql`update campaign_candidates set person_id = null`
  expect(await notesOf('recipient', recipient, agency.users.manchesterViewer)).toHaveLength(1)
})
