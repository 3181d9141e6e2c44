/** The queue of the sync: what is alike is one entry, put aside in one act that is remembered. */
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMessage, openSession } from '../support/agents.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import {
  addCampaign,
  addRecipient,
  createSyncWorld,
  type SyncWorld,
} from '../support/sync-world.ts'

let world: SyncWorld
let userId: string
let officeId: string

type Queue = {
  readonly records: number
  readonly entries: number
  readonly items: readonly {
    readonly kind: string
    readonly alike: string
    readonly count: number
  }[]
}

beforeAll(async () => {
  world = await createSyncWorld()
  userId = await addRecruiter(world.frontend.sql)
})
afterAll(() => world.close())

/** Two people of a new campaign, each with so many messages of two forms that nobody knows. */
async function oddMessages(each: number): Promise<void> {
  const { frontend, backend } = world
  const campaign = await addCampaign(frontend.sql)
  officeId = campaign.officeId
  for (let person = 0; person < 2; person += 1) {
    const recipient = await addRecipient(frontend.sql, campaign)
    await openSession(backend.sql, recipient.session, campaign.key)
    for (let at = 0; at < each; at += 1) {
      await addMessage(backend.sql, recipient.session, { ping: at, note: `said ${at}` })
    }
    await addMessage(backend.sql, recipient.session, { pong: person })
  }
  await world.tick()
}

async function asRecruiter<Answer>(
  act: (tx: postgres.TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  const answers: Answer[] = []
  await actAs(world.frontend.sql, userId, officeId, async (tx) => {
    answers.push(await act(tx))
  })
  return answers[0] as Answer
}

function queue(kind = ''): Promise<Queue> {
  return asRecruiter(async (tx) => {
    const [row] = await tx`select public.list_sync_issues(${kind}) as queue`
    return row?.['queue'] as Queue
  })
}

const counts = ({ items }: Queue) =>
  Object.fromEntries(items.map(({ alike, count }) => [alike, count]))

async function openRecords(): Promise<number> {
  const rows = await world.frontend.sql`
    select from public.sync_issues where state = 'open' and office_id = ${officeId}`
  return rows.length
}

test('messages of one form are one entry, and the numbers add up to the records', async () => {
  await oddMessages(3)
  const seen = await queue()
  expect(counts(seen)).toEqual({ '{note, ping}': 6, '{pong}': 2 })
  expect(seen).toMatchObject({ records: 8, entries: 2 })
  expect(seen.records).toBe(await openRecords())
  expect(await queue('unmatched')).toMatchObject({ records: 0, entries: 0, items: [] })
})

test('what is put aside as a whole stays aside when more of it comes, until it is asked for again', async () => {
  const form = '{note, ping}'
  const answer = await asRecruiter(async (tx): Promise<unknown> => {
    const [row] = await tx`select public.put_aside_alike('message', ${form}) as answer`
    return row?.['answer']
  })
  expect(answer).toEqual({ dismissed: 6, remembered: true })
  const { backend, frontend } = world
  const [session] = await backend.sql`select session_id from public.session_info limit 1`
  await addMessage(backend.sql, String(session?.['session_id']), { ping: 9, note: 'one more' })
  await addMessage(backend.sql, String(session?.['session_id']), { pong: 9 })
  await world.tick()
  expect(counts(await queue())).toEqual({ '{pong}': 3 })
  const listed = await asRecruiter(async (tx): Promise<unknown> => {
    const [row] = await tx`select public.list_put_aside() as forms`
    return row?.['forms']
  })
  expect(listed).toMatchObject([{ kind: 'message', alike: form, count: 7 }])

  await asRecruiter((tx) => tx`select public.take_back_alike('message', ${form})`)
  const after = await queue()
  expect(counts(after)).toEqual({ [form]: 7, '{pong}': 3 })
  expect(after.records).toBe(await openRecords())
  expect(await frontend.sql`select from public.sync_put_aside`).toHaveLength(0)
})

test('what one office put aside still waits in another', async () => {
  await asRecruiter((tx) => tx`select public.put_aside_alike('message', '{pong}')`)
  const [first, theirs] = [officeId, userId]
  userId = await addRecruiter(world.frontend.sql)
  await oddMessages(0)
  expect(officeId).not.toBe(first)
  expect(counts(await queue())).toEqual({ '{pong}': 2 })
  userId = theirs
  officeId = first
  expect(counts(await queue())).not.toHaveProperty('{pong}')
})
