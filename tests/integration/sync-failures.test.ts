/** What WhatsApp's delivery failures ask of campaigns and numbers. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMessage, candidateWrites } from '../support/agents.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
  type TestRecipient,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign
let recipient: TestRecipient

beforeAll(async () => {
  world = await createSyncWorld()
})
beforeEach(async () => {
  campaign = await addCampaign(world.frontend.sql)
  recipient = await addContacted(world, campaign)
})
afterAll(() => world.close())

async function fails(code: number, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const message = { sender: 'agent', text: 'Hello', status: 'failed', errors: [{ code }], ...more }
  await addMessage(world.backend.sql, recipient.session, message)
  await world.tick()
}

async function campaignNow() {
  const [row] = await world.frontend
    .sql`select state, state_reason from public.campaigns where id = ${campaign.id}`
  return { ...row }
}

async function waitsFor(phone: string) {
  const [row] = await world.frontend.sql`
    select not_before between now() + interval '23 hours' and now() + interval '25 hours' as a_day
    from public.contact_slots where phone_e164 = ${phone}`
  return row?.['a_day'] as unknown
}

const suppressed = async () =>
  (await world.frontend.sql`select from public.suppressions where phone_e164 = ${recipient.phone}`)
    .length

test('a limited sender pauses its campaign with the reason, and leaves the others alone', async () => {
  const other = await addCampaign(world.frontend.sql)
  await fails(131048)
  const now = await campaignNow()
  expect(now).toMatchObject({ state: 'paused' })
  expect(now['state_reason']).toMatch(/WhatsApp limits this sender/)
  const [row] = await world.frontend.sql`select state from public.campaigns where id = ${other.id}`
  expect(row).toMatchObject({ state: 'running' })
})

test('a failure is acted upon once: what a person resumes stays resumed', async () => {
  await fails(131048)
  await world.frontend.sql`update public.campaigns set state = 'running' where id = ${campaign.id}`
  await candidateWrites(world.backend.sql, recipient.session, 'Hello?')
  await world.tick()
  expect(await campaignNow()).toMatchObject({ state: 'running' })
})

test('an old failure, read again, says nothing of now', async () => {
  await fails(131048, { timestamp: '2026-01-05T10:00:00Z' })
  expect(await campaignNow()).toMatchObject({ state: 'running' })
})

test('who stopped marketing messages is suppressed', async () => {
  await fails(131050)
  expect(await suppressed()).toBe(1)
})

test('a number that had enough messages is left alone for a day', async () => {
  await fails(131049)
  expect(await waitsFor(recipient.phone)).toBe(true)
  expect(await suppressed()).toBe(0)
})

test.each([131026, 131047, 131000])('failure %s asks nothing of the campaign', async (code) => {
  await fails(code)
  expect(await campaignNow()).toMatchObject({ state: 'running' })
  expect(await suppressed()).toBe(0)
  expect(await waitsFor(recipient.phone)).not.toBe(true)
})
