/** Where the time of a launch goes: who is planned, the lines themselves, and what their table keeps with them. */
import { expect, test } from 'vitest'
import { addDraft } from '../support/launch-seeds.ts'
import { createLaunchWorld } from '../support/launch-world.ts'
import { addBigPool } from './big-pool.ts'
import { explainNested } from './explain-nested.ts'
import { count, ms, publish, sizesUpTo } from './results.ts'

/** Every line asks its foreign keys; those are summed up by constraint. */
const SHORT_MS = 5
const SIZE = Math.max(...sizesUpTo([1_000, 100_000]))

test('launch profile', async () => {
  const world = await createLaunchWorld()
  const campaignId = await addDraft(world, { pools: [await addBigPool(world, SIZE)] })
  const statements = await explainNested(
    world.frontend,
    async (sql) => {
      // What launch_campaign does for the ledger, without the checks that cost next to nothing.
      await sql.unsafe(`do $$ declare
        campaign public.campaigns; launch uuid; planned private.audience_row[];
      begin
        select * into campaign from public.campaigns where id = '${campaignId}';
        select array_agg(a) into planned from private.campaign_audience(campaign.id) a;
        insert into public.launches (campaign_id, office_id, preview_hash, payload, content_digest)
          values (campaign.id, campaign.office_id, '', '{}', '') returning id into launch;
        perform private.write_ledger(campaign, launch, planned);
      end $$`)
    },
    SHORT_MS,
  )
  await world.close()

  const audience = statements.find(({ text }) => text.startsWith('select array_agg(a)'))
  const ledger = statements.find(({ text }) => text.startsWith('insert into public.campaign_cand'))
  const parts = [
    { name: 'planning: who, and why not', ms: audience?.ms ?? 0 },
    { name: 'lines and their indexes', ms: ledger?.ms ?? 0 },
    ...(ledger?.triggers ?? []),
  ].toSorted((a, b) => b.ms - a.ms)
  const wholeMs = parts.reduce((sum, part) => sum + part.ms, 0)
  expect(parts.every((part) => part.ms > 0)).toBe(true)
  publish({
    title: `Where a launch of ${count(SIZE)} spends its time`,
    note: 'One INSERT writes the ledger. Its foreign keys and triggers keep what is said of it true; a raw INSERT of as many lines pays for them too.',
    columns: ['part', 'time', 'of the whole'],
    rows: parts.map((part) => [
      part.name,
      ms(part.ms),
      `${Math.round((100 * part.ms) / wholeMs)} %`,
    ]),
  })
})
