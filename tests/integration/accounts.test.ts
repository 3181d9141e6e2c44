/** Access for people: made by the bridge, changed by admins, and never without an admin left. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestSession } from '../../src/data/frontend/auth-requests.ts'
import { changePassword } from '../../src/data/frontend/change-password.ts'
import { readSession } from '../../src/data/frontend/stored-session.ts'
import { type BridgeWorld, createBridgeWorld, problemCode } from '../support/bridge-world.ts'
import { attemptAs } from '../support/two-offices.ts'

let world: BridgeWorld

beforeAll(async () => {
  world = await createBridgeWorld()
})
afterAll(() => world.close())

/** What a browser keeps its sign-in in. */
function stubStorage(): void {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
}

const NEW = { email: 'Bea@agency.example', fullName: 'Bea Example', role: 'recruiter' }

const create = (body: object, who: keyof BridgeWorld['tokens'] = 'admin') =>
  world.request('POST', '/accounts', {
    token: world.tokens[who],
    body: { ...NEW, officeIds: [world.london], ...body },
  })

async function signIn(email: string, password: string): Promise<number> {
  const answer = await fetch(`${world.frontendUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: world.anonKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return answer.status
}

test('an admin gives somebody access with a password that is told once and works', async () => {
  const made = await create({})
  expect(made.status).toBe(201)
  const password = String(made.body?.['password'])
  expect(await signIn('bea@agency.example', password)).toBe(200)
  const [profile] = await world.frontend.sql`
    select email, role, active, office_id from profiles join profile_offices on profile_id = id
    where id = ${String(made.body?.['id'])}`
  expect(profile).toEqual({
    email: 'bea@agency.example',
    role: 'recruiter',
    active: true,
    office_id: world.london,
  })
  const again = await create({ email: 'bea@agency.example' })
  expect(again.status).toBe(422)
  expect(problemCode(again)).toBe('account_exists')
  const reset = await world.request('POST', `/accounts/${String(made.body?.['id'])}/password`, {
    token: world.tokens.admin,
  })
  expect(await signIn('bea@agency.example', password)).toBe(400)
  expect(await signIn('bea@agency.example', String(reset.body?.['password']))).toBe(200)
})

test('who was handed a password changes it, which ends their other sign-ins; an admin’s reset ends all', async () => {
  stubStorage()
  const email = 'cora@agency.example'
  const made = await create({ email })
  const given = String(made.body?.['password'])
  const options = { url: world.frontendUrl, anonKey: world.anonKey }
  const enter = (password: string) => requestSession(options, { type: 'password', email, password })
  const renew = (refreshToken = '') =>
    requestSession(options, { type: 'refresh_token', refreshToken })
  const elsewhere = await enter(given)
  expect(elsewhere.mustChangePassword).toBe(true)

  const change = (current: string, next: string) =>
    changePassword(options, { email, current, next })
  await expect(change('not this one', 'my own secret')).rejects.toMatchObject({
    kind: 'invalid',
    message: 'This is not your present password',
  })
  await expect(change(given, given)).rejects.toMatchObject({
    kind: 'invalid',
    message: 'This is the present password',
  })
  expect(readSession()).toBeNull()
  expect((await renew(elsewhere.refreshToken)).mustChangePassword).toBe(true)

  await change(given, 'my own secret')
  const here = readSession()
  expect(here).toMatchObject({ email, mustChangePassword: false })
  await expect(renew(elsewhere.refreshToken)).rejects.toMatchObject({ kind: 'invalid' })
  await expect(enter(given)).rejects.toMatchObject({ kind: 'invalid' })
  const renewed = await renew(here?.refreshToken)
  expect(renewed.mustChangePassword).toBe(false)

  const id = String(made.body?.['id'])
  const reset = await world.request('POST', `/accounts/${id}/password`, {
    token: world.tokens.admin,
  })
  await expect(renew(renewed.refreshToken)).rejects.toMatchObject({ kind: 'invalid' })
  expect((await enter(String(reset.body?.['password']))).mustChangePassword).toBe(true)
  const lines = await world.frontend.sql`
    select actor_id, action from audit_log where entity_id = ${id} order by id`
  expect(lines).toEqual([
    { actor_id: world.users.admin, action: 'add-profile' },
    { actor_id: world.users.admin, action: 'reset-password' },
  ])
})

test('an account that can sign in but has no access gets it without another password', async () => {
  const [row] = await world.frontend
    .sql`select email from auth.users where id = ${world.users.nobody}`
  const made = await create({ email: String(row?.['email']) })
  expect(made.body).toEqual({ id: world.users.nobody, password: null })
})

test('recruiters make no accounts', async () => {
  const refused = await create({ email: 'c@agency.example' }, 'londonRecruiter')
  expect(refused.status).toBe(403)
})

test('the only admin can neither step down nor be switched off; with a second one they can', async () => {
  const { sql } = world.frontend
  const { admin, londonRecruiter } = world.users
  const stepDown = () =>
    attemptAs(
      sql,
      admin,
      (tx) => tx`select public.save_profile(${admin}, 1, 'A', 'recruiter', '{}') as answer`,
    )
  await expect(stepDown()).rejects.toMatchObject({ detail: 'invalid:last_admin' })
  await expect(
    attemptAs(sql, admin, (tx) => tx`select public.set_profile_active(${admin}, false)`),
  ).rejects.toMatchObject({ detail: 'invalid:last_admin' })
  await sql`update profiles set role = 'admin' where id = ${londonRecruiter}`
  expect((await stepDown())[0]?.['answer']).toMatchObject({ result: 'ok' })
  await sql`update profiles set role = 'recruiter' where id = ${londonRecruiter}`
})

test('of two changes to one person the second hears of the first', async () => {
  const { admin, manchesterViewer } = world.users
  const answers = await attemptAs(world.frontend.sql, admin, async (tx) => [
    await tx`select public.save_profile(${manchesterViewer}, 1, 'V', 'recruiter', '{}') -> 'result' as answer`,
    await tx`select public.save_profile(${manchesterViewer}, 1, 'W', 'viewer', '{}') as answer`,
  ])
  expect(answers[0]?.[0]).toEqual({ answer: 'ok' })
  expect(answers[1]?.[0]?.['answer']).toMatchObject({
    result: 'conflict',
    profile: { full_name: 'V', role: 'recruiter', version: 2 },
  })
})

test('a number is found in any form, and what a person said themselves is not lifted by others', async () => {
  const { admin, londonRecruiter } = world.users
  const { sql } = world.frontend
  await sql`insert into suppressions (phone_e164, reason, source) values ('+447700900601', 'opted_out', 'whatsapp')`
  await attemptAs(sql, admin, async (tx) => {
    for (const form of ['07700 900601', '+44 (0)7700 900 601', '0044 7700900601', '900601']) {
      const [found] = await tx`select public.list_opt_outs(${form}) -> 'total' as n`
      expect(found, form).toEqual({ n: 1 })
    }
  })
  const [said] = await sql`select id from suppressions where phone_e164 = '+447700900601'`
  await expect(
    attemptAs(
      sql,
      admin,
      (tx) => tx`select public.lift_opt_out(${String(said?.['id'])}, 'They rang')`,
    ),
  ).rejects.toMatchObject({ detail: 'invalid:said_themselves' })
  const added = await attemptAs(
    sql,
    londonRecruiter,
    (tx) => tx`select public.add_opt_out('+447700900602', 'manual', 'A competitor') as answer`,
  )
  expect(added[0]?.['answer']).toHaveProperty('id')
  // On the list already, but from now on by their own wish.
  await sql`insert into suppressions (phone_e164, reason) values ('+447700900603', 'manual')`
  const [wish] = await attemptAs(sql, admin, async (tx) => {
    await tx`select public.add_opt_out('+447700900603', 'opted_out', 'They rang')`
    return tx`select public.list_opt_outs('+447700900603') -> 'items' -> 0 -> 'said' as said`
  })
  expect(wish).toEqual({ said: true })
})

test('new campaigns begin with the agency’s rules, and those that were launched keep theirs', async () => {
  const { sql } = world.frontend
  const { admin } = world.users
  const rules = [{ objectiveKey: 'interested', status: 'interview' }]
  const seen = await attemptAs(sql, admin, async (tx) => {
    await tx`select public.save_default_rules(${tx.json(rules)}, 0)`
    await tx`reset role`
    await tx`delete from public.status_rules`
    const [draft] = await tx`select private.launch_source(${world.ids.campaign}) -> 'rules' as r`
    await tx`update public.campaigns set launched_at = now()`
    await tx`set local role authenticated`
    const [launched] =
      await tx`select public.status_rules_of(${world.ids.campaign}) -> 'rules' -> 0 ->> 'objectiveKey' as k`
    return { draft: draft?.['r'] as unknown, launched: launched?.['k'] as unknown }
  })
  expect(seen).toEqual({
    draft: [
      { position: 1, objectiveKey: 'interested', status: 'interview', rank: 3, isRefusal: false },
    ],
    launched: 'started_work',
  })
})
