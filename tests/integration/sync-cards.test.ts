/** Cards: made by policy, moved by evidence, and a person's decision is never overwritten (S4). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agentWrites,
  candidateWrites,
  openSession,
  setObjective,
  withdrawObjective,
} from '../support/agents.ts'
import { seeCard, seeRecipient } from '../support/seen.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import {
  addCampaign,
  addJob,
  addContacted,
  addRecipient,
  createSyncWorld,
  newPhone,
  type CampaignOptions,
  type SyncWorld,
} from '../support/sync-world.ts'

let world: SyncWorld
let recruiter: string

beforeAll(async () => {
  world = await createSyncWorld()
  recruiter = await addRecruiter(world.frontend.sql)
})
afterAll(() => world.close())

async function launched(options: CampaignOptions = {}) {
  const campaign = await addCampaign(world.frontend.sql, options)
  const recipient = await addContacted(world, campaign)
  return { campaign, recipient }
}

const cardOf = (recipient: { readonly id: string }) => seeCard(world.frontend.sql, recipient.id)

test('interest makes a card and moves it; contact alone makes none', async () => {
  const { recipient } = await launched()
  await candidateWrites(world.backend.sql, recipient.session, 'Who are you?')
  await world.tick()
  expect(await cardOf(recipient)).toBeNull()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  expect(await cardOf(recipient)).toMatchObject({ status: 'interested', suggested_status: null })
  await setObjective(world.backend.sql, recipient.session, 'hired', true)
  await world.tick()
  expect(await cardOf(recipient)).toMatchObject({ status: 'hired', status_set_by: 'automation' })
})

test.each([
  ['contacted', 'rejected'],
  ['interested', undefined],
  ['never', undefined],
])(
  'with the policy "%s" a candidate who wrote and refused has the card %s',
  async (policy, card) => {
    const { recipient } = await launched({ cardPolicy: policy })
    await candidateWrites(world.backend.sql, recipient.session, 'No thanks')
    await setObjective(world.backend.sql, recipient.session, 'not_interested', true)
    await world.tick()
    expect((await cardOf(recipient))?.status).toBe(card)
  },
)

test('a refusal alone makes no card under any policy that waits for contact', async () => {
  const { recipient } = await launched({ cardPolicy: 'contacted' })
  await setObjective(world.backend.sql, recipient.session, 'rejected', true)
  await world.tick()
  expect(await cardOf(recipient)).toBeNull()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('rejected')
})

test('evidence that is withdrawn takes the card back, down to not contacted', async () => {
  const { recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  await withdrawObjective(world.backend.sql, recipient.session, 'interested')
  await world.tick()
  expect(await cardOf(recipient)).toMatchObject({
    status: 'not-contacted',
    proposed_status: null,
    suggested_status: null,
  })
})

test('a card that a person moved stays there, and what the evidence says is suggested', async () => {
  const { campaign, recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  await actAs(world.frontend.sql, recruiter, campaign.officeId, async (tx) => {
    const card = await seeCard(tx, recipient.id)
    await tx`select public.move_card(${card?.id ?? ''}, 'hired', null, ${card?.version ?? 0})`
  })
  await world.tick()
  expect(await cardOf(recipient)).toMatchObject({ status: 'hired', suggested_status: null })

  await setObjective(world.backend.sql, recipient.session, 'not_interested', true)
  await world.tick()
  expect(await cardOf(recipient)).toMatchObject({
    status: 'hired',
    status_set_by: 'person',
    proposed_status: 'rejected',
    suggested_status: 'rejected',
  })
})

test('who was interested once and refuses has a card, whether or not a tick saw the interest', async () => {
  const { recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await setObjective(world.backend.sql, recipient.session, 'not_interested', true)
  await world.tick()
  expect((await cardOf(recipient))?.status).toBe('rejected')
})

test('dismissing a suggestion silences it until the evidence says something else', async () => {
  const { campaign, recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  const decide = (call: 'move' | 'dismiss' | 'resume') =>
    actAs(world.frontend.sql, recruiter, campaign.officeId, async (tx) => {
      const card = await seeCard(tx, recipient.id)
      if (call === 'move') {
        await tx`select public.move_card(${card?.id ?? ''}, 'contacted', null, null)`
      } else await tx`select public.decide_suggestion(${card?.id ?? ''}, ${call}, null)`
    })
  await decide('move')
  await setObjective(world.backend.sql, recipient.session, 'interview_scheduled', true)
  await world.tick()
  expect((await cardOf(recipient))?.suggested_status).toBe('interview')
  await decide('dismiss')
  await world.tick()
  expect((await cardOf(recipient))?.suggested_status).toBeNull()
  await setObjective(world.backend.sql, recipient.session, 'hired', true)
  await world.tick()
  expect((await cardOf(recipient))?.suggested_status).toBe('hired')
  await decide('resume')
  expect(await cardOf(recipient)).toMatchObject({ status: 'hired', status_set_by: 'automation' })
})

test('a card that a person took off the board does not come back', async () => {
  const { campaign, recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  await actAs(world.frontend.sql, recruiter, campaign.officeId, async (tx) => {
    const card = await seeCard(tx, recipient.id)
    await tx`select public.remove_card(${card?.id ?? ''}, null)`
  })
  await setObjective(world.backend.sql, recipient.session, 'hired', true)
  await world.tick()
  expect(await cardOf(recipient)).toBeNull()
  expect(
    await world.frontend.sql`select from public.candidates where job_id = ${campaign.jobId}`,
  ).toEqual([])
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('hired')
})

test('of two campaigns for one job, the latest launched that heard something decides', async () => {
  const { sql } = world.frontend
  const jobId = await addJob(sql)
  const phone = newPhone()
  // The later launched was written earlier.
  const second = await addCampaign(sql, { jobId, launchedAt: '2026-09-01Z' })
  const first = await addCampaign(sql, { jobId, launchedAt: '2026-08-01Z' })
  const one = await addRecipient(sql, first, { phone })
  const two = await addRecipient(sql, second, { phone })
  await openSession(world.backend.sql, one.session, first.key)
  await openSession(world.backend.sql, two.session, second.key)
  await setObjective(world.backend.sql, one.session, 'hired', true)
  await world.tick()
  expect((await cardOf(one))?.status).toBe('hired')
  await setObjective(world.backend.sql, two.session, 'interested', true)
  await world.tick()
  expect((await cardOf(two))?.id).toBe((await cardOf(one))?.id)
  expect((await cardOf(one))?.status).toBe('interested')
})

test('a status whose column is gone stands in the nearest lower one', async () => {
  const { campaign, recipient } = await launched()
  await world.frontend.sql`
    delete from public.kanban_columns where job_id = ${campaign.jobId} and key = 'interview'`
  await setObjective(world.backend.sql, recipient.session, 'interview_scheduled', 'Friday')
  await world.tick()
  expect((await cardOf(recipient))?.status).toBe('interested')
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('interview')
})

test('each change of a card leaves one line of history with what it rests on', async () => {
  const { recipient } = await launched()
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await world.tick()
  await world.tick()
  await setObjective(world.backend.sql, recipient.session, 'hired', true)
  await world.tick()
  const card = await cardOf(recipient)
  const rows = await world.frontend.sql`
    select from_status, to_status, set_by, trace ->> 'objectiveKey' as key
    from public.status_events where candidate_id = ${card?.id ?? ''} order by id`
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { from_status: null, to_status: 'interested', set_by: 'automation', key: 'interested' },
    { from_status: 'interested', to_status: 'hired', set_by: 'automation', key: 'hired' },
  ])
})

test('a card that somebody added stays where it is until there is evidence', async () => {
  const { sql } = world.frontend
  const { campaign, recipient } = await launched()
  const [card] = await sql`
    insert into public.candidates (job_id, office_id, person_id, name, status)
    values (${campaign.jobId}, ${campaign.officeId}, ${recipient.personId}, 'Ann', 'interview') returning id`
  await sql`update public.campaign_candidates set candidate_id = ${String(card?.['id'])}
    where id = ${recipient.id}`
  await agentWrites(world.backend.sql, recipient.session, 'Hello, are you looking for work?')
  await world.tick()
  expect((await cardOf(recipient))?.status).toBe('interview')
})
