import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDraft, addJob, addPool, launchTo, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld
let jobId: string
let uids = 0

beforeAll(async () => {
  world = await createLaunchWorld()
  jobId = await addJob(world)
})
afterAll(() => world.close())

/** Acts as an admin for a while. */
async function asAdmin<Answer>(work: () => PromiseLike<Answer>): Promise<Answer> {
  await world.frontend.sql`update public.profiles set role = 'admin'`
  const answer = await work()
  await world.frontend.sql`update public.profiles set role = 'recruiter'`
  return answer
}

type DraftAnswer = {
  readonly result: string
  readonly campaign: { readonly id: string; readonly version: number } & Record<string, unknown>
  readonly targets: readonly Record<string, unknown>[]
  readonly matrices: readonly Record<string, unknown>[]
}

async function answerOf(
  call: PromiseLike<{ data: unknown; error: { message: string; details?: string } | null }>,
): Promise<DraftAnswer> {
  const { data, error } = await call
  if (error) throw new Error(error.details ?? error.message)
  return data as DraftAnswer
}

function newUid(): string {
  uids += 1
  return `d${String(uids).padStart(8, '0')}`
}

function create(id: string = crypto.randomUUID()) {
  const { client } = world.recruiter
  return answerOf(
    client.rpc('create_campaign_draft', {
      p_id: id,
      p_job: jobId,
      p_name: 'Plumber - London',
      p_slug: 'plumber-london',
      p_uid: newUid(),
    }),
  )
}

function saveParts(
  campaignId: string,
  version: number,
  parts: { targets?: object[]; matrices?: object[] },
) {
  return answerOf(
    world.recruiter.client.rpc('save_campaign_parts', {
      p_campaign: campaignId,
      p_version: version,
      ...(parts.targets ? { p_targets: parts.targets as never } : {}),
      ...(parts.matrices ? { p_matrices: parts.matrices as never } : {}),
    }),
  )
}

test('a draft is made once, whatever becomes of the answer', async () => {
  const id = crypto.randomUUID()
  const first = await create(id)
  expect(first).toMatchObject({
    result: 'ok',
    campaign: {
      id,
      state: 'draft',
      campaign_key: expect.stringMatching(/^plumber-london_d/) as string,
    },
  })
  expect(await create(id)).toEqual(first)
})

test('targets and matrices are replaced as given, and count for the draft’s version', async () => {
  const { campaign } = await create()
  const [column] = await world.frontend.sql`select id from public.kanban_columns
    where job_id = ${jobId} and key = 'interested'`
  const saved = await saveParts(campaign.id, campaign.version, {
    targets: [
      {
        name: 'Interested',
        objectiveKey: 'interested',
        kind: 'column',
        columnId: String(column?.['id']),
      },
      { name: 'Day rate', objectiveKey: 'day_rate', goalType: 'number', description: 'In pounds' },
    ],
    matrices: [{ name: 'Tools', objectiveKey: 'matrix_tools', whatsappMessage: 'Tools?' }],
  })
  expect(saved.targets).toMatchObject([
    { objective_key: 'interested', kind: 'column', column_id: String(column?.['id']), position: 1 },
    { objective_key: 'day_rate', goal_type: 'number', position: 2 },
  ])
  expect(saved.campaign.version).toBe(campaign.version + 1)
  const again = await saveParts(campaign.id, saved.campaign.version, {
    targets: [{ name: 'Interested', objectiveKey: 'interested' }],
  })
  expect([again.targets.length, again.matrices.length]).toEqual([1, 1])
})

test('a column of another board is no target', async () => {
  const { campaign } = await create()
  const other = await addJob(world)
  const [column] = await world.frontend
    .sql`select id from public.kanban_columns where job_id = ${other} limit 1`
  const { targets } = await saveParts(campaign.id, campaign.version, {
    targets: [{ name: 'X', objectiveKey: 'x', kind: 'column', columnId: String(column?.['id']) }],
  })
  expect(targets).toMatchObject([{ column_id: null }])
})

test('who saves over somebody else’s change gets the present draft instead', async () => {
  const { campaign } = await create()
  const stale = campaign.version
  await saveParts(campaign.id, stale, { targets: [{ name: 'A', objectiveKey: 'a' }] })
  const conflict = await saveParts(campaign.id, stale, { targets: [] })
  expect(conflict).toMatchObject({ result: 'conflict', targets: [{ objective_key: 'a' }] })
})

test('the name and with it the slug may change until the launch', async () => {
  const { campaign } = await create()
  const { client } = world.recruiter
  const rename = {
    p_campaign: campaign.id,
    p_version: campaign.version,
    p_name: 'Welder - Hull',
    p_slug: 'welder-hull',
  }
  expect(await answerOf(client.rpc('rename_campaign_draft', rename))).toMatchObject({
    result: 'ok',
    campaign: { name: 'Welder - Hull', slug: 'welder-hull' },
  })
  expect(await answerOf(client.rpc('rename_campaign_draft', rename))).toMatchObject({
    result: 'conflict',
  })
})

test('what was launched is not a draft any more, but can be duplicated', async () => {
  const launched = await launchTo(world, phones(0, 1))
  await expect(saveParts(launched, 1, { targets: [] })).rejects.toThrow('conflict:not_a_draft')
  const { client } = world.recruiter
  const id = crypto.randomUUID()
  const copy = {
    p_campaign: launched,
    p_id: id,
    p_name: 'Plumber - London 2',
    p_slug: 'plumber-london-2',
    p_uid: newUid(),
  }
  const made = await answerOf(client.rpc('duplicate_campaign', copy))
  expect(made).toMatchObject({
    campaign: { id, state: 'draft', purpose: 'To offer a job', launched_at: null },
    targets: [{ objective_key: 'interested' }],
  })
  expect(await answerOf(client.rpc('duplicate_campaign', copy))).toEqual(made)
})

test('a draft can be thrown away, a launched campaign not', async () => {
  const { campaign } = await create()
  const { client } = world.recruiter
  const remove = (id: string, version: number) =>
    answerOf(client.rpc('delete_campaign_draft', { p_campaign: id, p_version: version }))
  expect(await remove(campaign.id, campaign.version + 1)).toMatchObject({ result: 'conflict' })
  expect(await remove(campaign.id, campaign.version)).toEqual({ result: 'ok' })
  const launched = await launchTo(world, phones(1, 1))
  await expect(remove(launched, 1)).rejects.toThrow('conflict:not_a_draft')
})

test('only an admin may waive the disclosure or allow people who are active elsewhere', async () => {
  const { client } = world.recruiter
  const busy = phones(2, 1)
  await launchTo(world, busy)
  await world.work()
  const draft = await addDraft(world, { pools: [await addPool(world, busy)] })
  await world.frontend.sql`update public.campaigns set first_message_chat = '' where id = ${draft}`
  const waive = () =>
    answerOf(client.rpc('waive_ai_disclosure', { p_campaign: draft, p_reason: 'Read by people' }))
  const allow = () =>
    answerOf(client.rpc('allow_active_elsewhere', { p_campaign: draft, p_allowed: true }))
  await expect(waive()).rejects.toThrow('forbidden:admin_only')
  await expect(allow()).rejects.toThrow('forbidden:admin_only')
  expect((await world.preview(draft)).problems).toHaveLength(2)
  await asAdmin(async () => [await waive(), await allow()])
  expect(await world.preview(draft)).toMatchObject({ ready: 1, problems: [] })
  const log = await world.frontend
    .sql`select action from public.audit_log where entity_id = ${draft} order by id`
  expect(log.map((row) => String(row['action']))).toEqual([
    'waive-ai-disclosure',
    'allow-active-elsewhere',
  ])
})

test('a viewer changes nothing', async () => {
  const { campaign } = await create()
  await world.frontend.sql`update public.profiles set role = 'viewer'`
  await expect(create()).rejects.toThrow('forbidden:read_only')
  await expect(saveParts(campaign.id, 1, { targets: [] })).rejects.toThrow('forbidden:read_only')
  await world.frontend.sql`update public.profiles set role = 'recruiter'`
})

test('nobody sets a draft’s state, key or waiver past the functions', async () => {
  const { campaign } = await create()
  for (const change of [
    { state: 'running' },
    { slug: 'x' },
    { ai_disclosure_waived_reason: 'x' },
  ]) {
    const { error } = await world.recruiter.client
      .from('campaigns')
      .update(change)
      .eq('id', campaign.id)
    expect(error?.code).toBe('42501')
  }
})
