/** Work for the functions that empty the outbox: a launch to the whole pool, posts without outcome, commands. */
import type { ScaledPair } from './seed-scale.ts'
import type { Surroundings } from './seed-surroundings.ts'

type Stage = ScaledPair & Surroundings

const COMMANDS = 10_000

/** A campaign to the whole pool, launched for a time that has come. */
export async function scheduleLaunch({ frontend: { sql }, draftId }: Stage): Promise<void> {
  await sql`insert into public.campaigns (office_id, job_id, name, slug, uid, audience, contact_active_elsewhere, created_by)
    select office_id, job_id, name, slug, 'bench0003', audience, true, null from public.campaigns where id = ${draftId}`
  await sql`do $$ declare
      campaign public.campaigns; launch uuid; planned private.audience_row[];
    begin
      select * into campaign from public.campaigns where uid = 'bench0003';
      select array_agg(a) into planned from private.campaign_audience(campaign.id) a;
      insert into public.launches (campaign_id, office_id, preview_hash, payload, content_digest)
        values (campaign.id, campaign.office_id, '', '{}', private.content_digest(campaign.id)) returning id into launch;
      perform private.write_ledger(campaign, launch, planned);
      update public.campaigns set state = 'scheduled', launched_at = now(), starts_at = now() where id = campaign.id;
    end $$`
  await sql`vacuum analyze public.campaign_candidates, public.launch_batches`
}

/** All of the launch was posted, and what became of it is due to be looked up. */
export async function leaveOutcomesOpen({ frontend: { sql } }: Stage): Promise<void> {
  await sql`update public.campaign_candidates r set delivery_state = 'unconfirmed', delivery_code = 'no_outcome'
    from public.campaigns c where c.uid = 'bench0003' and r.campaign_id = c.id and r.delivery_state in ('waiting', 'sending')`
  await sql`update public.launch_batches b set state = 'unconfirmed', reconcile_at = now(), lease_until = null
    from public.campaigns c where c.uid = 'bench0003' and b.campaign_id = c.id and b.state in ('waiting', 'sending')`
}

/** So many conversations must be told to end. */
export async function addCommands({ frontend: { sql } }: Stage): Promise<void> {
  await sql`insert into public.backend_commands (kind, session_id, reason)
    select 'complete-session', session_id, 'suppressed' from public.session_evidence limit ${COMMANDS}
    on conflict (kind, session_id) where state = 'waiting' do nothing`
}
