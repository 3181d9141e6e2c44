/** The inbox as browsers ask for it: what waits, what is unread, and what people do about it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { attemptAs, seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
  await database.sql`delete from suppressions`
})
afterAll(() => database.dispose())

beforeEach(async () => {
  await database.sql`delete from whatsapp_messages`
  await database.sql`update session_evidence set session_status = 'active'`
  await database.sql`update call_records set disposition = 'pending', called_at = null,
    overdue_at = null`
})

type Said = 'inbound' | 'outbound'

let lastChatId = 100

async function says(direction: Said, body: string, minutesAgo = 5): Promise<void> {
  lastChatId += 1
  await database.sql`insert into whatsapp_messages
      (campaign_candidate_id, office_id, session_id, chat_id, direction, body, sent_at, time_certainty)
    select recipient_id, office_id, session_id, ${lastChatId}, ${direction}, ${body},
      now() - make_interval(mins => ${minutesAgo}), 'exact' from session_evidence`
}

type Listed = {
  readonly name: string
  readonly waiting: string | null
  readonly unread: number
  readonly unreadCalls: number
}

function itemsOf(row: Record<string, unknown> | undefined): readonly Listed[] {
  const page = row?.['page'] as { readonly items: readonly Listed[] } | undefined
  return page?.items ?? []
}

/** Acts as the recruiter, then looks at a view; what was done is taken back. */
async function lookAt(
  view: string,
  acts: readonly string[] = [],
  user: string = agency.users.manchesterRecruiter,
): Promise<readonly Listed[]> {
  return attemptAs(database.sql, user, async (tx) => {
    for (const act of acts) await tx.unsafe(`select public.${act}`)
    const [row] = await tx`select public.list_conversations(${tx.json({ view })}) as page`
    return itemsOf(row)
  })
}

const me = () => `'${agency.ids.recipient}'`

test('a question that the agent has not answered waits for a person, until it is answered', async () => {
  await says('inbound', 'What is the pay?')
  expect(await lookAt('waiting')).toMatchObject([{ name: 'Ann Example', waiting: 'asked' }])
  await says('outbound', '22 pounds an hour.')
  expect(await lookAt('waiting')).toEqual([])
})

test('the last word of theirs waits once no agent is left to answer', async () => {
  await says('inbound', 'Ok I will come by')
  expect(await lookAt('waiting')).toEqual([])
  await database.sql`update session_evidence set session_status = 'completed'`
  expect(await lookAt('waiting')).toMatchObject([{ waiting: 'unanswered' }])
})

test('what the agent suggests against a person waits until the person answers', async () => {
  const { card, recipient } = agency.ids
  await says('inbound', 'No thanks')
  await database.sql`update candidates set status = 'interested', status_set_by = 'person',
    proposed_status = 'rejected', decided_against = 'contacted', deciding_recipient_id = ${recipient} where id = ${card}`
  expect(await lookAt('waiting')).toMatchObject([{ waiting: 'suggestion' }])
  expect(await lookAt('waiting', [`decide_suggestion('${card}', 'dismiss', null)`])).toEqual([])
  await database.sql`update candidates set proposed_status = null, decided_against = null where id = ${card}`
})

test('whoever opted out is listed so and waits for nobody', async () => {
  await says('inbound', 'Who gave you my number?')
  await database.sql`insert into suppressions (phone_e164, reason) values ('+447700900123', 'opted_out')`
  expect(await lookAt('waiting')).toEqual([])
  expect(await lookAt('opted-out')).toHaveLength(1)
  await database.sql`update suppressions set lifted_at = now()`
  expect(await lookAt('opted-out')).toEqual([])
})

test('the window that closes within two hours is found', async () => {
  await says('inbound', 'Hi', 60 * 23)
  expect(await lookAt('closing')).toHaveLength(1)
  await says('inbound', 'Hi again', 60)
  expect(await lookAt('closing')).toEqual([])
})

test('unread counts their messages for each person alone, and a new message is unread again', async () => {
  await says('inbound', 'Hi')
  await says('outbound', 'Hello')
  await says('inbound', 'Yes')
  expect(await lookAt('unread')).toMatchObject([{ unread: 2 }])
  expect(await lookAt('unread', [`mark_conversation(${me()}, true)`])).toEqual([])
  expect(
    await lookAt('unread', [
      `mark_conversation(${me()}, true)`,
      `mark_conversation(${me()}, false)`,
    ]),
  ).toMatchObject([{ unread: 1 }])
  expect(await lookAt('unread', ['mark_inbox_read()'])).toEqual([])
  expect(await lookAt('unread', [], agency.users.manchesterViewer)).toMatchObject([{ unread: 2 }])
})

const CALLS = `update public.call_records set disposition = 'voicemail', called_at = now() - interval '1 minute'`

test('a call is news once it is known what came of it, for each person alone', async () => {
  const viewOf = (acts: readonly string[] = [], user?: string) => lookAt('unread', acts, user)
  await database.sql`update call_records set disposition = 'pending', called_at = now()`
  expect(await viewOf()).toEqual([])
  await database.sql.unsafe(CALLS)
  expect(await viewOf()).toMatchObject([{ unread: 0, unreadCalls: 1 }])
  const read = `mark_conversation(${me()}, true)`
  expect(await viewOf([read])).toEqual([])
  expect(await viewOf([read, `mark_conversation(${me()}, false)`])).toMatchObject([
    { unread: 0, unreadCalls: 1 },
  ])
  expect(await viewOf(['mark_inbox_read()'])).toEqual([])
  expect(await viewOf([], agency.users.manchesterViewer)).toMatchObject([{ unreadCalls: 1 }])
})

test('a call of which no result came in time is news, and so is a result that comes after all', async () => {
  const { sql } = database
  const note = async () => {
    const [row] = await sql`select note_overdue_calls() as n`
    return Number(row?.['n'])
  }
  await sql`update call_records set disposition = 'pending', called_at = now() - interval '3 hours'`
  expect(await note()).toBe(0)
  await sql`update call_records set called_at = now() - interval '5 hours'`
  expect(await note()).toBe(1)
  expect(await note()).toBe(0)
  expect(await lookAt('unread')).toMatchObject([{ unreadCalls: 1, lastOutcome: 'no-result' }])
  expect(await lookAt('unread', [`mark_conversation(${me()}, true)`])).toEqual([])
  await sql`update call_records set disposition = 'voicemail'`
  expect(await lookAt('unread')).toMatchObject([{ unreadCalls: 2, lastOutcome: 'voicemail' }])
})

test.each([
  [['pending'], 0],
  [['no-result'], 1],
  [['pending', 'no-result'], 1],
  [['voicemail', 'no-result'], 1],
  [['voicemail', 'pending'], 0],
])('the log asked for %j has a call without a result %i times', async (outcomes, times) => {
  await database.sql`update call_records set called_at = now() - interval '5 hours'`
  await database.sql`select note_overdue_calls()`
  const total = await attemptAs(database.sql, agency.users.manchesterRecruiter, async (tx) => {
    const [row] = await tx`select public.list_calls(${tx.json({ outcomes })}) as page`
    return (row?.['page'] as { readonly total: number } | undefined)?.total
  })
  expect(total).toBe(times)
})

test('an old call is no news to who has read everything since, a new message is', async () => {
  await database.sql.unsafe(CALLS.replace('1 minute', '90 days'))
  await says('inbound', 'Are you still there?')
  expect(await lookAt('unread')).toMatchObject([{ unread: 1, unreadCalls: 0 }])
})

test('a conversation is narrowed to who looks after it, and given to nobody who could not', async () => {
  const { manchesterRecruiter: mine, manchesterViewer, admin, londonRecruiter } = agency.users
  await says('inbound', 'Hi')
  const narrowed = async (assignee: string, to: string | null) =>
    attemptAs(database.sql, mine, async (tx) => {
      await tx`select public.assign_conversation(${agency.ids.recipient}, ${to})`
      const [row] = await tx`select public.list_conversations(${tx.json({ assignee })}) as page`
      return itemsOf(row).length
    })
  expect(await narrowed('me', mine)).toBe(1)
  expect(await narrowed('colleague', mine)).toBe(0)
  expect(await narrowed('nobody', mine)).toBe(0)
  expect(await narrowed('colleague', admin)).toBe(1)
  expect(await narrowed(admin, admin)).toBe(1)
  expect(await narrowed('me', admin)).toBe(0)
  expect(await narrowed('nobody', null)).toBe(1)
  for (const stranger of [manchesterViewer, londonRecruiter, agency.users.inactive]) {
    await expect(narrowed('me', stranger)).rejects.toMatchObject({
      detail: 'invalid:not_a_colleague',
    })
  }
})

test('taking over ends the agent’s session, assigns it, and waits until it is settled', async () => {
  await says('inbound', 'Can I talk to a human?')
  const over = `take_over_conversation(${me()})`
  expect(await lookAt('mine', [over])).toMatchObject([{ waiting: 'taken-over' }])
  expect(await lookAt('waiting', [over, `settle_conversation(${me()}, true)`])).toEqual([])
  const told = await attemptAs(database.sql, agency.users.manchesterRecruiter, async (tx) => {
    await tx.unsafe(`select public.${over}, public.${over}`)
    await tx`reset role`
    const commands =
      await tx`select reason from backend_commands where recipient_id = ${agency.ids.recipient}`
    const notes = await tx`select body from campaign_candidate_notes where body like 'Took%'`
    const audited = await tx`select 1 from audit_log where action = 'take-over'`
    return [commands.length, notes.length, audited.length]
  })
  expect(told).toEqual([1, 1, 2])
})

test('another office sees nothing of it, and erasing leaves no row', async () => {
  await says('inbound', 'Hi')
  expect(await lookAt('all', [], agency.users.londonRecruiter)).toEqual([])
  expect(await lookAt('all', [`erase_person('${agency.ids.person}')`], agency.users.admin)).toEqual(
    [],
  )
})

test('pages go on where the last one ended, and a search finds words and names', async () => {
  await says('inbound', 'I have a blue card')
  const search = async (text: string) =>
    attemptAs(database.sql, agency.users.manchesterRecruiter, async (tx) => {
      const [row] =
        await tx`select public.list_conversations(${tx.json({ search: text })}, null, 1) as page`
      const page = row?.['page'] as { readonly next: object | null } | undefined
      const [more] =
        await tx`select public.list_conversations('{}', ${tx.json((page?.next ?? null) as never)}) as page`
      return [itemsOf(row).length, itemsOf(more).length]
    })
  expect(await search('blue card')).toEqual([1, 0])
  expect(await search('ann ex')).toEqual([1, 0])
  expect((await search('100%'))[0]).toBe(0)
})
