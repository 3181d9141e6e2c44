/** Loads the frontend's part of the demo data in one transaction. */
import type postgres from 'postgres'
import { demoId } from './demo-id.ts'
import { demoPhone, demoPhoneGiven, OTHER_NAMES } from './demo-people.ts'
import { ELECTRICIAN, PLUMBER } from './frontend/jobs.ts'
import { LEDGER } from './frontend/ledger.ts'
import { DEMO_OFFICES, type DemoContext } from './frontend/rows.ts'
import { type DemoTable, FRONTEND_KINDS, jobTable, otherTables } from './frontend/tables.ts'
import { insertMissing } from './insert-missing.ts'
import { DEMO_ACCOUNTS, type DemoAccounts } from './demo-accounts.ts'
import { readMinutesAgo } from './minutes-ago.ts'

/** How many rows of a kind the demo has, and how many of them this run inserted. */
export type LoadedKind = { readonly kind: string; readonly rows: number; readonly loaded: number }

/**
 * Inserts what is missing of the demo's records, with the offices, profiles and people they need.
 *
 * @param sql a client of the frontend's database as the role that owns its tables
 */
export async function loadFrontend(
  sql: postgres.Sql,
  accounts: DemoAccounts,
): Promise<LoadedKind[]> {
  return sql.begin(async (tx) => {
    const loaded = new Map<string, LoadedKind>()
    const load = async ({ table, kind, rows }: DemoTable) => {
      const inserted = await insertMissing(tx, table, rows)
      if (kind !== null) loaded.set(kind, { kind, rows: rows.length, loaded: inserted })
    }
    const minutesAgo = await readMinutesAgo(tx)
    const office = await loadOffices(tx)
    await loadProfiles(tx, accounts, office)
    const person = await loadPeople(tx)
    await load(jobTable({ minutesAgo, office, accounts }))
    const columnId = await readColumns(tx)
    for (const table of otherTables({ minutesAgo, office, person, columnId, accounts })) {
      await load(table)
    }
    await eraseAgain(tx)
    return FRONTEND_KINDS.flatMap((kind) => loaded.get(kind) ?? [])
  })
}

/** An agency that has offices of these names lends them to the demo. */
async function loadOffices(tx: postgres.TransactionSql): Promise<DemoContext['office']> {
  await insertMissing(
    tx,
    'offices',
    DEMO_OFFICES.map((name) => ({ name, time_zone: 'Europe/London', default_country: 'GB' })),
  )
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from public.offices where name = any (${[...DEMO_OFFICES]})`
  return lookup(new Map(rows.map(({ id, name }) => [name, id])))
}

async function loadProfiles(
  tx: postgres.TransactionSql,
  accounts: DemoAccounts,
  office: DemoContext['office'],
): Promise<void> {
  const profiles = DEMO_ACCOUNTS.map(({ role, email, name }) => ({
    id: accounts[role],
    email,
    full_name: name,
    role,
  }))
  await insertMissing(tx, 'profiles', profiles)
  const memberships = DEMO_ACCOUNTS.flatMap(({ role, offices }) =>
    offices.map((name) => ({ profile_id: accounts[role], office_id: office(name) })),
  )
  await insertMissing(tx, 'profile_offices', memberships)
}

async function loadPeople(tx: postgres.TransactionSql): Promise<DemoContext['person']> {
  // 157 is the one whose number nobody can read.
  const numbers = [...LEDGER, ...Object.keys(OTHER_NAMES).map(Number)].filter((n) => n !== 157)
  const people = numbers.map((number) => ({
    phone_e164: demoPhone(number),
    phone_given: demoPhoneGiven(number),
    // Possible, but given to nobody: the ranges of Ofcom's drama numbers.
    phone_valid: false,
  }))
  await insertMissing(tx, 'people', people)
  const rows = await tx<{ id: string; phone_e164: string }[]>`
    select id, phone_e164 from public.people where phone_e164 = any (${numbers.map(demoPhone)})`
  const find = lookup(new Map(rows.map(({ id, phone_e164: phone }) => [phone, id])))
  return (number) => find(demoPhone(number))
}

/** Who was erased here stays so: what was just loaded of them goes with the transaction that brought it. */
async function eraseAgain(tx: postgres.TransactionSql): Promise<void> {
  await tx`select private.erase_one(p.id, null, true, 'erase')
    from public.people p join public.erasures e on e.kind = 'phone' and e.hmac = private.erasure_hmac(p.phone_e164)`
}

async function readColumns(tx: postgres.TransactionSql): Promise<DemoContext['columnId']> {
  const jobs = [PLUMBER, ELECTRICIAN].map((number) => demoId('job', number))
  const rows = await tx<{ id: string; job_id: string; key: string }[]>`
    select id, job_id, key from public.kanban_columns where job_id = any (${jobs})`
  const find = lookup(new Map(rows.map((row) => [`${row.job_id} ${row.key}`, row.id])))
  return (job, key) => find(`${demoId('job', job)} ${key}`)
}

function lookup(ids: ReadonlyMap<string, string>): (key: string) => string {
  return (key) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the demo data refers to "${key}", which is not there`)
    return id
  }
}
