/** What a tick would change, shown to a person and taken back: no row anywhere may differ afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidateWrites, openSession, setObjective } from '../support/agents.ts'
import { type BridgeWorld, createBridgeWorld, problemCode } from '../support/bridge-world.ts'
import { addRecipient, type TestCampaign } from '../support/sync-world.ts'

let world: BridgeWorld
let recipientId: string

beforeAll(async () => {
  world = await createBridgeWorld()
  const { sql } = world.frontend
  await sql`delete from public.status_rules`
  await sql`update public.campaigns set launched_at = now()`
  await sql`update public.sync_cursors set cursor = null`
  const campaign: TestCampaign = {
    id: world.ids.campaign,
    jobId: world.ids.job,
    officeId: world.manchester,
    key: 'plumber_u00000001',
    slug: 'plumber',
    uid: 'u00000001',
  }
  const recipient = await addRecipient(sql, campaign, { phone: '+447700900401' })
  recipientId = recipient.id
  await openSession(world.backend.sql, recipient.session, campaign.key)
  await candidateWrites(world.backend.sql, recipient.session, 'Yes please')
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  await openSession(world.backend.sql, 'stranger_z9_447700900777')
})
afterAll(() => world.close())

/** Every row of every table, as one digest a table. */
async function everything(): Promise<Record<string, string>> {
  const { sql } = world.frontend
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'private') order by 1`
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
    )
    digests[name] = String(row?.['digest'])
  }
  return digests
}

const preview = (who: keyof BridgeWorld['tokens']) =>
  world.request('POST', '/sync/preview', { token: world.tokens[who], body: {} })

test('a preview names who would change from what to what, and leaves every table as it was', async () => {
  const before = await everything()
  const { status, body } = await preview('manchesterRecruiter')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    result: 'ok',
    read: 1,
    matched: 1,
    changes: { count: 1, items: [{ recipientId, to: 'interested' }] },
  })
  expect(await everything()).toEqual(before)
})

test('a recruiter of another office sees nothing of it; an admin also what nobody was found for', async () => {
  const stranger = await preview('londonRecruiter')
  expect(stranger.body).toMatchObject({ read: 0, changes: { count: 0, items: [] }, setAside: [] })
  const admin = await preview('admin')
  expect(admin.body).toMatchObject({ read: 2, unmatched: 1, changes: { count: 1 } })
  expect(admin.body?.['setAside']).toEqual([
    expect.objectContaining({ kind: 'unmatched' }) as unknown,
  ])
})

test('a viewer is told that this is not theirs to ask', async () => {
  const answer = await preview('manchesterViewer')
  expect(answer.status).toBe(403)
  expect(problemCode(answer)).toBe('read_only')
})

test('the tick then does what the preview said, and after it nothing is left to preview', async () => {
  const ticked = await world.request('POST', '/sync', { token: world.tokens.admin, body: {} })
  expect(ticked.body).toMatchObject({ state: 'done', changed: 1 })
  const after = await preview('admin')
  expect(after.body).toMatchObject({ mode: 'idle', read: 0, changes: { count: 0 } })
})

test('an admin has everything read anew: nothing is written twice, and the log says who asked', async () => {
  const { sql } = world.frontend
  const messages = () => sql`select id, body from public.whatsapp_messages order by id`
  const before = await messages()
  const answer = await world.request('POST', '/sync', {
    token: world.tokens.admin,
    body: { full: true },
  })
  expect(answer.body).toMatchObject({ state: 'done', mode: 'full', changed: 0 })
  expect(await messages()).toEqual(before)
  const log = await sql`select actor_id from public.audit_log where action = 'restart-sync'`
  expect(log).toEqual([{ actor_id: world.users.admin }])
})
