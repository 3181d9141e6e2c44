/** Saved segments of the list of people: one's own, or the office's. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

const FILTER = { search: 'boiler', tag: '', place: 'board' }

async function save(
  user: string,
  { id = crypto.randomUUID() as string, name = 'Boilers', shared = false },
): Promise<string> {
  const { sql } = database
  await actAs(sql, user, agency.manchester, async (tx) => {
    await tx`select public.save_segment(${id}, ${agency.manchester}, ${name}, ${tx.json(FILTER)}, ${shared})`
  })
  return id
}

const seenBy = async (user: string, id: string) => {
  const rows = await attemptAs(
    database.sql,
    user,
    (tx) => tx`select name, filter from public.people_segments where id = ${id}`,
  )
  return rows[0]
}

test('one’s own segment is nobody else’s to see, to change or to delete, not even an admin’s', async () => {
  const { manchesterRecruiter, manchesterViewer, admin, londonRecruiter } = agency.users
  const id = await save(manchesterRecruiter, { name: ' Boilers ' })
  expect(await seenBy(manchesterRecruiter, id)).toEqual({ name: 'Boilers', filter: FILTER })
  for (const other of [manchesterViewer, admin, londonRecruiter]) {
    expect(await seenBy(other, id)).toBeUndefined()
  }
  await expect(save(admin, { id })).rejects.toThrow(/not there/)
  const remove = attemptAs(database.sql, admin, (tx) => tx`select public.delete_segment(${id})`)
  await expect(remove).rejects.toThrow(/not there/)
})

test('a shared segment is the whole office’s, and keeps its owner when a colleague renames it', async () => {
  const { manchesterRecruiter, manchesterViewer, admin, londonRecruiter } = agency.users
  const id = await save(manchesterRecruiter, { shared: true })
  await save(admin, { id, name: 'All boilers', shared: true })
  expect(await seenBy(manchesterViewer, id)).toMatchObject({ name: 'All boilers' })
  expect(await seenBy(londonRecruiter, id)).toBeUndefined()
  const [row] = await database.sql`select owner_id from people_segments where id = ${id}`
  expect(row?.['owner_id']).toBe(manchesterRecruiter)
})

test('a deleted segment comes back under its own id', async () => {
  const { manchesterRecruiter } = agency.users
  const id = await save(manchesterRecruiter, {})
  await actAs(database.sql, manchesterRecruiter, agency.manchester, async (tx) => {
    await tx`select public.delete_segment(${id})`
  })
  expect(await seenBy(manchesterRecruiter, id)).toBeUndefined()
  await save(manchesterRecruiter, { id })
  expect(await seenBy(manchesterRecruiter, id)).toMatchObject({ name: 'Boilers' })
})

test('a segment without a name is not saved', async () => {
  await expect(save(agency.users.manchesterRecruiter, { name: '  ' })).rejects.toThrow(
    /1 to 80 characters/,
  )
})
