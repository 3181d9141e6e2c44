/** A campaign's rules, edited after its launch: previewed on the real registers, saved as versions. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_RULES, type StatusRule } from '../../src/domain/status/status-rule.ts'
import {
  getStatusRules,
  previewStatusRules,
  saveStatusRules,
} from '../../src/data/frontend/status-rules.ts'
import { createUserClient, type FrontendClient } from '../../src/data/frontend/bridge-clients.ts'
import { openSession, setObjective } from '../support/agents.ts'
import { type BridgeWorld, createBridgeWorld, SECRETS } from '../support/bridge-world.ts'
import { addRecipient, type TestCampaign } from '../support/sync-world.ts'

let world: BridgeWorld
let recruiter: FrontendClient
let stranger: FrontendClient
let campaign: TestCampaign

const rule = (objectiveKey: string, status: string, rank: number): StatusRule => ({
  position: 1,
  objectiveKey,
  status,
  rank,
  isRefusal: false,
})
const ONLY_INTERVIEW = [rule('interested', 'interview', 3)]

async function work(): Promise<void> {
  await world.frontend.sql`update public.sync_cursors set attempted_at = null`
  await world.request('POST', '/work', { headers: { authorization: `Bearer ${SECRETS.worker}` } })
  await world.settle()
}

const statuses = () => world.frontend
  .sql`select r.status, (status_trace ->> 'rulesVersion')::int as version
  from public.campaign_candidates r where r.campaign_id = ${campaign.id} and status_trace is not null order by r.id`

beforeAll(async () => {
  world = await createBridgeWorld()
  const as = (token: string) =>
    createUserClient({ url: world.frontendUrl, anonKey: world.anonKey, token })
  recruiter = as(world.tokens.manchesterRecruiter)
  stranger = as(world.tokens.londonRecruiter)
  const { sql } = world.frontend
  await sql`delete from public.status_rules`
  await sql`update public.campaigns set launched_at = now()`
  campaign = {
    id: world.ids.campaign,
    jobId: world.ids.job,
    officeId: world.manchester,
    key: 'plumber_u00000001',
    slug: 'plumber',
    uid: 'u00000001',
  }
  for (const phone of ['+447700900401', '+447700900402']) {
    const { session } = await addRecipient(sql, campaign, { phone })
    await openSession(world.backend.sql, session, campaign.key)
    await setObjective(world.backend.sql, session, 'interested', true)
  }
  await work()
})
afterAll(() => world.close())

test('a campaign without rules of its own shows the default ones', async () => {
  const rules = await getStatusRules(recruiter, campaign.id)
  expect(rules).toMatchObject({ version: 1, isDefault: true, derived: true })
  expect(rules.rules).toEqual(DEFAULT_RULES)
})

test('a preview says what would change, with examples, and changes nothing', async () => {
  const before = await statuses()
  const events = await world.frontend.sql`select count(*) from public.status_events`
  const preview = await previewStatusRules(recruiter, campaign.id, ONLY_INTERVIEW)
  expect(preview).toMatchObject({
    looked: 3, // Ann of the seeds, of whom nothing is affirmed, too
    more: false,
    recipients: [{ from: 'interested', to: 'interview', count: 2 }],
  })
  expect(preview.recipients[0]?.examples[0]).toMatchObject({ name: 'Ann Example' })
  expect(preview.cards.moved).toBe(2)
  expect(await statuses()).toEqual(before)
  expect(await world.frontend.sql`select count(*) from public.status_events`).toEqual(events)
  expect((await getStatusRules(recruiter, campaign.id)).version).toBe(1)
})

test('saved rules are a new version that the ticks carry out, named in each trace and in the audit', async () => {
  const saved = await saveStatusRules(recruiter, campaign.id, ONLY_INTERVIEW, 1)
  expect(saved).toMatchObject({ version: 2, isDefault: false, derived: false })
  expect(saved.rules).toEqual([{ ...ONLY_INTERVIEW[0], position: 1 }])
  await work()
  expect((await getStatusRules(recruiter, campaign.id)).derived).toBe(true)
  expect(await statuses()).toEqual([
    { status: 'interview', version: 2 },
    { status: 'interview', version: 2 },
  ])
  const audit = await world.frontend.sql`select actor_id, details from public.audit_log
    where action = 'save-status-rules'`
  expect(audit).toEqual([
    { actor_id: world.users.manchesterRecruiter, details: { from: 1, to: 2, rules: 1 } },
  ])
})

test('who saw an older version is shown the present one, and changes nothing', async () => {
  await expect(
    saveStatusRules(recruiter, campaign.id, [...DEFAULT_RULES], 1),
  ).rejects.toMatchObject({
    kind: 'conflict',
    current: { version: 2 },
  })
  expect((await getStatusRules(recruiter, campaign.id)).version).toBe(2)
})

test.each([
  ['no rule at all', [], 'rules_count'],
  ['an objective twice', [rule('a', 'hired', 4), rule('a', 'interview', 3)], 'objective_twice'],
  ['a status of no column', [rule('a', 'nowhere', 3)], 'bad_status'],
  ['an objective that is none', [rule('A b', 'hired', 4)], 'bad_objective'],
] as const)('%s is refused, in the preview and when it is saved', async (_case, rules, code) => {
  await expect(previewStatusRules(recruiter, campaign.id, rules)).rejects.toMatchObject({ code })
  await expect(saveStatusRules(recruiter, campaign.id, rules, 2)).rejects.toMatchObject({ code })
})

test('another office’s recruiter neither sees nor changes them', async () => {
  for (const ask of [
    () => getStatusRules(stranger, campaign.id),
    () => previewStatusRules(stranger, campaign.id, ONLY_INTERVIEW),
    () => saveStatusRules(stranger, campaign.id, ONLY_INTERVIEW, 2),
  ]) {
    await expect(ask()).rejects.toMatchObject({ kind: 'not-found' })
  }
})
