/** A test send reaches the asker's own number, and nothing of the campaign knows of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { E164 } from '../../src/domain/phone/e164.ts'
import { sendTest } from '../../src/launch/test-send.ts'
import { addDraft, addPool, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll, takesAndDies } from '../support/test-receiver.ts'

let world: LaunchWorld
let campaignId: string
const [mine = '', candidate = '', silent = ''] = phones(900, 3)

const send = (phone: string) =>
  sendTest(world.ports, {
    campaignId,
    actorId: world.recruiter.userId,
    phone: phone as E164,
    newId: () => crypto.randomUUID(),
    wait: () => Promise.resolve(),
  })

/** Everything of the ledger, which a test must leave as it is. */
async function ledger() {
  const { sql } = world.frontend
  return {
    recipients: await sql`select * from public.campaign_candidates`,
    batches: await sql`select * from public.launch_batches`,
    slots: await sql`select * from public.contact_slots`,
    campaigns: await sql`select * from public.campaigns`,
    people: await sql`select * from public.people`,
  }
}

beforeAll(async () => {
  world = await createLaunchWorld()
  campaignId = await addDraft(world, { pools: [await addPool(world, [candidate])] })
})
beforeEach(async () => {
  world.receiver.behave(takesAll)
  await world.frontend.sql`delete from public.audit_log`
})
afterAll(() => world.close())

test('the agents get one marked task with the campaign’s content, and the ledger stays as it is', async () => {
  const before = await ledger()
  const posts = world.receiver.posts.length
  expect(await send(mine)).toMatchObject({ accepted: true, seen: true, code: 'begun' })
  expect(world.receiver.posts).toHaveLength(posts + 1)
  const body = JSON.parse(world.receiver.posts.at(-1)?.body ?? '') as Record<string, unknown>
  expect(body).toMatchObject({
    campaign: expect.stringMatching(/^plumber-london-test-[0-9a-f]{8}_rollcall1$/) as string,
    objectives: { interested: { type: 'boolean' } },
    tasks: [{ phone_number: mine }],
  })
  expect(await ledger()).toEqual(before)
})

test('a second test is a new conversation', async () => {
  await send(mine)
  await send(mine)
  const [one, two] = world.receiver.posts.slice(-2)
  expect(one?.sessions).not.toEqual(two?.sessions)
})

test.each([
  ['a candidate’s number', () => send(candidate), 'not_your_number'],
  ['who opted out', () => send(silent), 'opted_out'],
])('%s is refused, and nothing is sent', async (_whose, act, code) => {
  await world.frontend.sql`insert into public.suppressions (phone_e164, reason)
    values (${silent}, 'opted_out') on conflict do nothing`
  const posts = world.receiver.posts.length
  await expect(act()).rejects.toMatchObject({ kind: 'conflict', code })
  expect(world.receiver.posts).toHaveLength(posts)
})

test('the switch for all sending holds tests too', async () => {
  const { sql } = world.frontend
  await sql`select public.set_sending_paused(${world.recruiter.userId}, 'A fault')`
  await expect(send(mine)).rejects.toMatchObject({ code: 'sending_paused' })
  await sql`select public.set_sending_paused(${world.recruiter.userId}, null)`
})

test('after ten tests within an hour the eleventh waits, also when they come at once', async () => {
  const sends = await Promise.allSettled(Array.from({ length: 12 }, () => send(mine)))
  const refused = sends.filter((each) => each.status === 'rejected')
  expect(refused).toHaveLength(2)
  expect(refused[0]?.reason).toMatchObject({ code: 'too_many_tests' })
})

test('a refusal says what to put right; a broken connection is looked up before it is told', async () => {
  world.receiver.behave(says(403, 'Authorization data is wrong!'))
  expect(await send(mine)).toMatchObject({ accepted: false, seen: false, code: 'wrong_token' })
  world.receiver.behave(takesAndDies)
  expect(await send(mine)).toMatchObject({ accepted: false, seen: true, code: 'begun' })
})
