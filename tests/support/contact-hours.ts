/** Contact hours for tests, which run at any time: those that are open now, and those that are shut. */
import type postgres from 'postgres'
import type { CallingWindow } from '../../src/domain/hours/calling-window.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

export const ANY_TIME: CallingWindow = { days: EVERY_DAY, from: '00:00', to: '24:00' }

/** One hour a day that is `hours` from now on the zone's wall, by the database's time. */
export async function hourFromNow(
  sql: postgres.Sql,
  hours: number,
  zone = 'Europe/London',
): Promise<CallingWindow> {
  const [row] = await sql<{ from: string; to: string }[]>`
    select to_char(now() at time zone ${zone} + make_interval(hours => ${hours}), 'HH24:MI') as from,
      to_char(now() at time zone ${zone} + make_interval(hours => ${hours + 1}), 'HH24:MI') as to`
  return { days: EVERY_DAY, from: row?.from ?? '', to: row?.to ?? '' }
}

export async function setHours(
  sql: postgres.Sql,
  campaignId: string,
  window: CallingWindow | null,
): Promise<void> {
  await sql`update public.campaigns set calling_hours = ${window === null ? null : sql.json({ ...window })}
    where id = ${campaignId}`
}

/** The hour of everybody who is held has come. */
export async function reachHeld(sql: postgres.Sql, campaignId: string): Promise<void> {
  await setHours(sql, campaignId, ANY_TIME)
  await sql`update public.launch_batches set next_attempt_at = now()
    where campaign_id = ${campaignId} and state = 'waiting'`
}
