/** A recruiter, and what they do, as the API lets them: as role `authenticated` with their id. */
import type postgres from 'postgres'

/** A recruiter without an office yet. @returns the user's id */
export async function addRecruiter(sql: postgres.Sql): Promise<string> {
  const id = crypto.randomUUID()
  await sql`insert into public.profiles (id, email, role) values (${id}, ${`${id}@example.org`}, 'recruiter')`
  return id
}

/** Runs statements as the recruiter, who belongs to the office. */
export async function actAs(
  sql: postgres.Sql,
  userId: string,
  officeId: string,
  act: (tx: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  await sql`insert into public.profile_offices values (${userId}, ${officeId}) on conflict do nothing`
  await sql.begin(async (tx) => {
    const claims = JSON.stringify({ sub: userId, role: 'authenticated' })
    await tx`select set_config('request.jwt.claims', ${claims}, true)`
    await tx`set local role authenticated`
    await act(tx)
  })
}
