/** Rollcall's own launch against a real n8n: from Launch to conversations seen in the backend. */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { E164 } from '../../src/domain/phone/e164.ts'
import { testConnection } from '../../src/launch/connection-test.ts'
import { getPrompts } from '../../src/launch/get-prompt.ts'
import type { LaunchPorts } from '../../src/launch/ports.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  launchTo,
  phones,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { openBackend, webhookAt } from './n8n-access.ts'

/** For what n8n does after it answered. */
const PATIENCE = { timeout: 60_000, interval: 100 }

let world: LaunchWorld
/** The launch's ports with n8n behind them. */
let ports: LaunchPorts

beforeAll(async () => {
  world = await createLaunchWorld({ backend: openBackend() })
  ports = { ...world.ports, webhook: await webhookAt('/webhook') }
})
beforeEach(() => retireCampaigns(world))
afterAll(() => world.close())

async function sessionsOf(campaignId: string): Promise<number> {
  const [campaign] = await world.frontend
    .sql`select uid from public.campaigns where id = ${campaignId}`
  const [row] = await world.backend.sql`
    select count(*)::int as sessions from session_info where campaign like ${`%_${String(campaign?.['uid'])}`}`
  return Number(row?.['sessions'])
}

test('the connection test proves the workflow idempotent, with one conversation', async () => {
  const report = await testConnection(ports, {
    actorId: world.recruiter.userId,
    phone: '+447700900999' as E164,
    newId: () => crypto.randomUUID(),
    wait: () => Promise.resolve(),
  })
  expect(report).toMatchObject({ accepted: true, seen: true, idempotent: true, code: 'proven' })
})

test('a launch to 600 people is accepted in batches and confirmed by what the backend holds', async () => {
  const campaignId = await launchTo(world, phones(0, 600))
  await world.work(ports)
  expect(await sessionsOf(campaignId)).toBe(600)
  await world.letPass(3)
  await world.work(ports)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    planned: 600,
    confirmed: 600,
    unconfirmed: 0,
    failed: 0,
  })
})

test('answered before the work, people are in doubt until their conversations are seen', async () => {
  const campaignId = await launchTo(world, phones(600, 3))
  const immediate = { ...ports, webhook: await webhookAt('/webhook/immediate') }
  await world.work(immediate)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    unconfirmed: 3,
    doubts: { workflow_started: 3 },
  })
  await expect.poll(() => sessionsOf(campaignId), PATIENCE).toBe(3)
  await world.letPass(3)
  await world.work(immediate)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 3 })
})

test('answered too late, n8n does its work all the same, and nobody is sent twice', async () => {
  const campaignId = await launchTo(world, phones(630, 3))
  const late = { ...ports, webhook: await webhookAt('/webhook/late', { timeoutMs: 1000 }) }
  await world.work(late)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    unconfirmed: 3,
    doubts: { timeout: 3 },
  })
  await expect.poll(() => sessionsOf(campaignId), PATIENCE).toBe(3)
  await world.letPass(3)
  await world.work(late)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 3 })
})

test('a wrong token contacts nobody and pauses the campaign; put right, it goes on', async () => {
  const campaignId = await launchTo(world, phones(610, 3))
  const tokenHeader = { ...inject('n8n').access.token, value: 'wrong' }
  await world.work({ ...ports, webhook: await webhookAt('/webhook', { tokenHeader }) })
  expect(await stateOf(world, campaignId)).toBe('paused')
  expect(await sessionsOf(campaignId)).toBe(0)

  await world.store.setCampaignState(campaignId, world.recruiter.userId, 'resume')
  await world.letPass(60)
  await world.work(ports)
  expect(await sessionsOf(campaignId)).toBe(3)
})

test('the wizard gets its first messages', async () => {
  const campaignId = await addDraft(world, { pools: [await addPool(world, phones(620, 1))] })
  const prompts = await getPrompts(
    ports.webhook,
    await ports.store.readSource(campaignId),
    'prompts',
  )
  expect(prompts.firstMessageChat).toContain('a Plumber job')
  expect(prompts.firstMessageCall).toContain('an AI assistant')
})
