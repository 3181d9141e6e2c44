/** Somebody is erased while the outcome of their POST is open. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountingOf, addDraft, addPool, launchTo, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import { takesButSays } from '../support/test-receiver.ts'

let world: LaunchWorld
let admin: string

beforeAll(async () => {
  world = await createLaunchWorld()
  admin = await addRecruiter(world.frontend.sql)
  await world.frontend.sql`update public.profiles set role = 'admin' where id = ${admin}`
})
afterAll(() => world.close())

async function erase(phone: string): Promise<void> {
  const { sql } = world.frontend
  const [person] = await sql`select id from public.people where phone_e164 = ${phone}`
  await actAs(sql, admin, world.officeId, async (tx) => {
    await tx`select public.erase_person(${String(person?.['id'])})`
  })
}

test('a batch in which somebody was erased is settled for the others', async () => {
  const [erased = '', other = ''] = phones(0, 2)
  const campaignId = await launchTo(world, [erased, other])
  world.receiver.behave(takesButSays(500, ''))
  await world.work()
  await erase(erased)
  await world.letPass(3)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 1, unconfirmed: 1 })
  const batches = await world.frontend.sql`select state from public.launch_batches
    where campaign_id = ${campaignId}`
  expect(batches).toEqual([{ state: 'confirmed' }])
})

test.each([
  ['with the ninth digit that they had not', '+551191234567', '+5511991234567'],
  ['without the ninth digit that they had', '+5511981234567', '+551181234567'],
])('who was erased stays barred when they come back %s', async (_how, erased, imported) => {
  await addPool(world, [erased])
  await erase(erased)
  const draft = await addDraft(world, { pools: [await addPool(world, [imported])] })
  expect(await world.preview(draft)).toMatchObject({ ready: 0, excluded: { opted_out: 1 } })
})
