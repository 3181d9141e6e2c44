/** What sessions say now, from plain reads of the seven tables, in the feed's item format. */
import { z } from 'zod'
import type { BackendClient } from '../client.ts'
import { parseSessionItems } from '../session-item.ts'
import { BACKEND_COLUMNS, type BackendTable } from '../upkeep.ts'
import { readIntervalSeconds } from './interval-seconds.ts'
import { chatIds, rowsOf, ROWS_A_PAGE, sessionKey, tableOf, toChunks } from './table-rows.ts'

/** Messages of a page; one chat alone may exceed a chunk's share, and is cut here. */
const MAX_MESSAGES = 5_000

const namedRow = z.looseObject({ session_id: z.string() })
const chatRow = z.object({ id: z.int(), session_id: z.string(), message: z.unknown() })
const callRow = namedRow.extend({ duration: z.string().nullable() })
const infoRow = namedRow.extend({ campaign: z.string().nullable() })
const campaignRow = namedRow.extend({ campaign: z.string().nullable() })
const numberRow = namedRow.extend({ phone_number: z.string().nullable() })
const templateRow = z.object({ campaign: z.string(), objectives_template: z.unknown() })

type ChatRow = z.infer<typeof chatRow>
type NamedRow = z.infer<typeof namedRow>

export type StatesPage = ReturnType<typeof parseSessionItems> & {
  /** How many of the keys are answered; the others are to be asked for next. */
  readonly done: number
  /** The chat of the last one goes on after this message; null: it came to its end. */
  readonly cutAt: number | null
}

/**
 * The present state of the first of these sessions, as many as a page holds, at least one.
 *
 * Nothing tells when a message was first seen, so a message's time is its own or none.
 *
 * @param options afterChat: of the first session only messages with a later id
 * @throws AppError
 */
export async function readSessionStates(
  client: BackendClient,
  keys: readonly string[],
  { afterChat = 0 }: { readonly afterChat?: number } = {},
): Promise<StatesPage> {
  const raw: unknown[] = []
  const named = new Set<string>()
  let messages = 0
  let cutAt: number | null = null
  // What goes on is read by itself, since only its later messages are wanted.
  const chunks = afterChat > 0 ? [keys.slice(0, 1), ...toChunks(keys.slice(1))] : toChunks(keys)
  for (const chunk of chunks) {
    const chats = await readChats(client, chunk, raw.length === 0 ? afterChat : 0)
    const whole = await readRows(client, chats.keys)
    for (const key of chats.keys) raw.push(toRawItem(key, chats, whole, named))
    messages += chats.rows.length
    cutAt = chats.cutAt
    if (chats.keys.length < chunk.length || cutAt !== null || messages >= MAX_MESSAGES) break
  }
  const templates = await readTemplates(client, [...named])
  return { ...parseSessionItems(raw, templates), done: raw.length, cutAt }
}

type Chats = {
  readonly keys: readonly string[]
  readonly rows: readonly ChatRow[]
  readonly after: number
  readonly cutAt: number | null
}

/** The chats of a chunk, or of as much of it as is not too much; a single one is cut. */
async function readChats(
  client: BackendClient,
  keys: readonly string[],
  after: number,
): Promise<Chats> {
  const rows: ChatRow[] = []
  while (rows.length < MAX_MESSAGES) {
    const answer = await tableOf(client, 'chat_history')
      .select(BACKEND_COLUMNS.chat_history)
      .in('session_id', chatIds(keys))
      .gt('id', rows.at(-1)?.id ?? after)
      .order('id')
      .limit(ROWS_A_PAGE)
    const page = rowsOf(answer, chatRow)
    rows.push(...page)
    if (page.length < ROWS_A_PAGE) return { keys, rows, after, cutAt: null }
  }
  if (keys.length > 1) return readChats(client, keys.slice(0, Math.ceil(keys.length / 2)), after)
  return { keys, rows, after, cutAt: rows.at(-1)?.id ?? null }
}

type Whole = {
  readonly infos: readonly z.infer<typeof infoRow>[]
  readonly campaigns: readonly z.infer<typeof campaignRow>[]
  readonly numbers: readonly z.infer<typeof numberRow>[]
  readonly calls: readonly z.infer<typeof callRow>[]
  readonly events: readonly NamedRow[]
}

async function readRows(client: BackendClient, keys: readonly string[]): Promise<Whole> {
  const read = async <Row extends NamedRow>(
    table: BackendTable,
    schema: z.ZodType<Row>,
    order: readonly string[],
  ): Promise<Row[]> => {
    const rows: Row[] = []
    for (;;) {
      let query = tableOf(client, table)
        .select(BACKEND_COLUMNS[table])
        .in('session_id', [...keys])
      for (const column of order) query = query.order(column)
      const page = rowsOf(await query.range(rows.length, rows.length + ROWS_A_PAGE - 1), schema)
      rows.push(...page)
      if (page.length < ROWS_A_PAGE) return rows
    }
  }
  const [infos, campaigns, numbers, calls, events] = await Promise.all([
    read('session_info', infoRow, ['session_id']),
    read('campaigns', campaignRow, ['session_id', 'campaign']),
    read('numbers', numberRow, ['session_id', 'phone_number']),
    read('call_info', callRow, ['called_at', 'call_id']),
    read('session_objective_events', namedRow, ['id']),
  ])
  return { infos, campaigns, numbers, calls, events }
}

async function readTemplates(
  client: BackendClient,
  campaigns: readonly string[],
): Promise<Record<string, unknown>> {
  const pages = toChunks(campaigns).map(async (chunk) => {
    const answer = await tableOf(client, 'campaign_info')
      .select('campaign, objectives_template')
      .in('campaign', chunk)
    return rowsOf(answer, templateRow)
  })
  const rows = (await Promise.all(pages)).flat()
  return Object.fromEntries(rows.map((row) => [row.campaign, row.objectives_template]))
}

/** An item as `rollcall_feed` sends it; the campaign whose template it needs is noted. */
function toRawItem(key: string, chats: Chats, whole: Whole, named: Set<string>): unknown {
  const isOf = (row: NamedRow): boolean => row.session_id === key
  const rows = chats.rows.filter((row) => sessionKey(row.session_id) === key)
  const info = whole.infos.find(isOf) ?? null
  const memberships = whole.campaigns.filter(isOf)
  const campaigns = distinct([info?.campaign, ...memberships.map(({ campaign }) => campaign)])
  const numbers = whole.numbers.filter(isOf)
  const calls = whole.calls.filter(isOf)
  const events = whole.events.filter(isOf)
  const templateOf = info?.campaign ?? (campaigns.length === 1 ? campaigns[0] : null) ?? null
  if (templateOf !== null) named.add(templateOf)
  const isNamed = [rows, memberships, numbers, calls, events].some(({ length }) => length > 0)
  return {
    session: key,
    aliases: distinct([rows[0]?.session_id, rows.at(-1)?.session_id]).filter((id) => id !== key),
    messages_from: chats.after === 0 ? 0 : chats.after + 1,
    messages_to: chats.cutAt,
    last_part: chats.cutAt === null,
    messages: rows.map(({ id, message }) => ({ id, message, seen_at: null })),
    info,
    campaigns,
    numbers: distinct(numbers.map((row) => row.phone_number)),
    calls: calls.map((row) => ({ ...row, duration_seconds: toSeconds(row.duration) })),
    events,
    template_of: templateOf,
    // A part that goes on from another is of a chat that is there.
    gone: !isNamed && info === null && chats.after === 0,
  }
}

function toSeconds(duration: string | null): string | null {
  const seconds = duration === null ? null : readIntervalSeconds(duration)
  return seconds === null ? null : String(seconds)
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))].toSorted()
}
