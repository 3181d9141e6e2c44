import type { LaunchWorld } from '../support/launch-world.ts'

/** A pool of so many people; +999 is a country code that nobody has. */
export async function addBigPool(
  { frontend, officeId }: LaunchWorld,
  size: number,
): Promise<string> {
  const { sql } = frontend
  const [pool] = await sql`insert into public.datasets (office_id, name, created_by)
    values (${officeId}, ${`Pool of ${size}`}, null) returning id`
  const poolId = String(pool?.['id'])
  await sql`with added as (
      insert into public.people (phone_e164, phone_given)
      select '+999' || ${size}::text || lpad(n::text, 6, '0'), '' from generate_series(1, ${size}) n returning id, phone_e164
    )
    insert into public.dataset_candidates (dataset_id, office_id, person_id, name, phone_given, created_by)
    select ${poolId}, ${officeId}, id, 'Ann Example', phone_e164, null from added`
  await sql`analyze`
  return poolId
}
