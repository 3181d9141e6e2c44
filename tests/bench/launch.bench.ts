/** What a launch costs: plan, enqueue, dispatch at n8n's measured speed, against a raw insert. */
import { expect, test } from 'vitest'
import { dispatch } from '../../src/launch/dispatch.ts'
import { accountingOf, addDraft } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { answer, type Behaviour } from '../support/test-receiver.ts'
import { addBigPool } from './big-pool.ts'
import { count, ms, publish, sizesUpTo, timed, times } from './results.ts'

const SIZES = sizesUpTo([1_000, 10_000, 100_000])
/** n8n 2.41 takes 500 tasks in 135–200 ms (research: cost of one POST). */
const N8N_MS_A_TASK = 170 / 500

const atN8nsSpeed: Behaviour = async (post, _take, response) => {
  await new Promise((resolve) => setTimeout(resolve, post.sessions.length * N8N_MS_A_TASK))
  answer(response, 200, JSON.stringify({ accepted: post.sessions.length }))
}

/** As many lines of a ledger like this campaign's, in one statement that is then taken back. */
async function rawInsert({ frontend }: LaunchWorld, campaignId: string): Promise<number> {
  let took = 0
  const undo = new Error('undo')
  await frontend.sql
    .begin(async (tx) => {
      await tx`update public.campaign_candidates set delivery_state = 'excluded', exclusion_reason = 'raw'
        where campaign_id = ${campaignId}`
      const inserted = await timed(
        () => tx`insert into public.campaign_candidates (campaign_id, office_id, person_id, forename, surname, mobile,
            phone_e164, session_id, launch_id, batch_id, source)
          select campaign_id, office_id, person_id, forename, surname, mobile, phone_e164, 'raw-' || session_id,
            launch_id, batch_id, source
          from public.campaign_candidates where campaign_id = ${campaignId}`,
      )
      took = inserted.ms
      throw undo
    })
    .catch((cause: unknown) => {
      if (cause !== undo) throw cause
    })
  return took
}

test('launches', async () => {
  const world = await createLaunchWorld()
  world.receiver.behave(atN8nsSpeed)
  const rows: string[][] = []
  for (const size of SIZES) {
    const campaignId = await addDraft(world, { pools: [await addBigPool(world, size)] })
    const plan = await timed(() => world.preview(campaignId))
    const launch = await timed(() => world.launch(campaignId))
    const enqueueMs = Math.max(launch.ms - plan.ms, 1) // pressing Launch previews once more
    const sent = await timed(() =>
      dispatch(world.ports, { workerId: 'bench', isOver: () => false }),
    )
    expect(await accountingOf(world, campaignId)).toMatchObject({ planned: size, sent: size })
    const rawMs = await rawInsert(world, campaignId)
    const floorMs = (size * N8N_MS_A_TASK) / 2
    rows.push([
      count(size),
      ms(plan.ms),
      ms(enqueueMs),
      ms(sent.ms),
      ms(rawMs),
      times(plan.ms / rawMs),
      times(enqueueMs / rawMs),
      times(sent.ms / floorMs),
    ])
  }
  await world.close()
  publish({
    title: 'A launch by recipients',
    note: 'Raw: one INSERT … SELECT of as many ledger rows with their indexes and triggers. The receiver takes 170 ms for 500 tasks, two batches at a time; the last column is the dispatch against that alone.',
    columns: [
      'recipients',
      'plan',
      'enqueue',
      'dispatch',
      'raw insert',
      'plan ÷ raw',
      'enqueue ÷ raw',
      'dispatch ÷ receiver',
    ],
    rows,
  })
})
