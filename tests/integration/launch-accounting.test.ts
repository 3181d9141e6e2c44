/** Whatever happens to a campaign, its numbers add up, and each opens exactly the people it counts. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourFromNow, reachHeld, setHours } from '../support/contact-hours.ts'
import { accountingOf, launchTo, phones, retireCampaigns } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { answer, says, takesAll, takesAndDies, takesButSays } from '../support/test-receiver.ts'
import { listRecipients } from '../../src/data/frontend/recipients.ts'

let world: LaunchWorld
beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')`
})
afterAll(() => world.close())

const BEHAVIOURS = {
  takesAll,
  takesAndDies,
  bare: takesButSays(200, ''),
  busy: says(429, '{}'),
  refuses: says(418, '{}'),
  half: async (
    post: Parameters<typeof takesAll>[0],
    take: Parameters<typeof takesAll>[1],
    response: Parameters<typeof takesAll>[2],
  ) => {
    await take(post.sessions.slice(0, 1))
    answer(response, 200, JSON.stringify({ accepted: post.sessions.length }))
  },
} as const

type Act = {
  readonly name: string
  run(campaignId: string, to: readonly string[]): Promise<unknown>
}

const sql = () => world.frontend.sql
const state = (action: 'pause' | 'resume' | 'stop') => ({
  name: action,
  run: (campaignId: string) =>
    world.store.setCampaignState(campaignId, world.recruiter.userId, action).catch(() => null),
})

const ACTS: readonly Act[] = [
  ...Object.entries(BEHAVIOURS).map(([name, behaviour]) => ({
    name,
    run: async () => {
      world.receiver.behave(behaviour)
      await world.work()
    },
  })),
  { name: 'time passes', run: () => world.letPass(20).then(() => world.work()) },
  {
    name: 'night falls',
    run: async (id) => setHours(sql(), id, await hourFromNow(sql(), 3)),
  },
  { name: 'morning comes', run: (id) => reachHeld(sql(), id) },
  {
    name: 'claimed and left',
    run: () => world.store.claimBatches('dies', 1),
  },
  {
    name: 'posted and never heard of',
    run: async () => {
      const [batch] = await world.store.claimBatches('dies', 1)
      if (batch !== undefined) await world.store.beginPost(batch, 'hash')
    },
  },
  {
    name: 'opts out',
    run: (_id, to) => sql()`insert into public.suppressions (phone_e164, reason)
      values (${to[1] ?? ''}, 'opted_out') on conflict do nothing`,
  },
  {
    name: 'a task expires',
    run: (id, to) => sql()`update public.campaign_candidates set expires_at = now()
      where campaign_id = ${id} and phone_e164 = ${to[2] ?? ''}`,
  },
  {
    name: 'retry',
    run: (id) => world.store.retryCampaign(id, world.recruiter.userId, 'failed').catch(() => null),
  },
  {
    name: 'decide',
    run: (id) =>
      world.store.retryCampaign(id, world.recruiter.userId, 'needs-decision').catch(() => null),
  },
  {
    name: 'count as sent',
    run: (id) => world.store.takeAsSent(id, world.recruiter.userId),
  },
  state('pause'),
  state('resume'),
  state('stop'),
]

const PEOPLE_OF = {
  planned: [],
  sent: ['confirmed', 'unconfirmed'],
  waiting: ['waiting', 'sending'],
  held: ['held'],
  excluded: ['excluded'],
  failed: ['failed'],
} as const

async function expectNumbers(campaignId: string): Promise<void> {
  const numbers = await accountingOf(world, campaignId)
  for (const [key, deliveryStates] of Object.entries(PEOPLE_OF)) {
    const { total } = await listRecipients(world.recruiter.client, campaignId, { deliveryStates })
    expect([key, total]).toEqual([key, numbers[key as keyof typeof PEOPLE_OF]])
  }
  for (const [reason, count] of Object.entries({ ...numbers.exclusions, ...numbers.failures })) {
    const { total } = await listRecipients(world.recruiter.client, campaignId, { reason })
    expect([reason, total >= count]).toEqual([reason, true])
  }
  // Nobody stands where no batch will ever fetch them.
  const stranded = await sql()`select r.delivery_state, b.state
    from public.campaign_candidates r left join public.launch_batches b on b.id = r.batch_id
    where r.campaign_id = ${campaignId} and (
      r.delivery_state in ('waiting', 'held') and coalesce(b.state, 'none') not in ('waiting', 'sending')
      or r.delivery_state = 'held' and b.next_attempt_at > r.held_until)`
  expect(stranded).toEqual([])
}

test('after every act planned = sent + held + excluded + failed + waiting, person by person', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ACTS.map(({ name }) => name)), { minLength: 4, maxLength: 9 }),
      async (names) => {
        await retireCampaigns(world)
        await sql()`delete from public.suppressions`
        await sql()`delete from public.contact_slots`
        const to = phones(0, 5)
        const campaignId = await launchTo(world, to)
        for (const name of names) {
          await ACTS.find((act) => act.name === name)?.run(campaignId, to)
          await expectNumbers(campaignId)
        }
      },
    ),
    { numRuns: 12 },
  )
})
