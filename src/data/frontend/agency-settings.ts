/** Settings of the whole agency: limits, hours, the switch of sending, hosts of recordings, prices. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const limitsSchema = z.object({
  /** Contacts of one person in a period, over all campaigns; 0: no limit. */
  maxContacts: z.number().default(0),
  periodDays: z.number().default(30),
  /** Days between two contacts of one person; 0: none. */
  coolDownDays: z.number().default(0),
})
export type ContactLimits = z.infer<typeof limitsSchema>

const hoursSchema = z.object({
  days: z.array(z.number()),
  from: z.string(),
  to: z.string(),
})
export type AgencyHours = z.infer<typeof hoursSchema>

const pricesSchema = z.object({
  /** In whole units of the currency, as all of these. */
  perConversation: z.number(),
  /** Begun minutes count whole. */
  perCallMinute: z.number(),
  /** ISO 4217. */
  currency: z.string(),
})
export type AgencyPrices = z.infer<typeof pricesSchema>

export type AgencySettings = {
  /** Why all sending is paused; null where it isn't. */
  readonly sendingPaused: string | null
  readonly limits: ContactLimits
  /** Null: those that Rollcall brings. */
  readonly hours: AgencyHours | null
  readonly recordingHosts: readonly string[]
  /** What campaigns' costs are estimated by; null: nobody set any. */
  readonly prices: AgencyPrices | null
}

const KEYS = ['sending', 'contact_limits', 'calling_hours', 'recording_hosts', 'costs']
const sendingSchema = z.object({ pausedReason: z.string().default('') })

/** Everybody who may sign in reads them. */
export async function getAgencySettings(client: FrontendClient): Promise<AgencySettings> {
  const rows = unwrap(await client.from('settings').select('key, value').in('key', KEYS)) ?? []
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const hours = hoursSchema.safeParse(values.get('calling_hours'))
  const prices = pricesSchema.safeParse(values.get('costs'))
  return {
    sendingPaused: sendingSchema.parse(values.get('sending') ?? {}).pausedReason || null,
    limits: limitsSchema.parse(values.get('contact_limits') ?? {}),
    hours: hours.success ? hours.data : null,
    recordingHosts: z.array(z.string()).parse(values.get('recording_hosts') ?? []),
    prices: prices.success ? prices.data : null,
  }
}

/** Saves how often a number may be contacted, over all campaigns; for admins. */
export async function saveContactLimits(
  client: FrontendClient,
  limits: ContactLimits,
): Promise<void> {
  const answer = await client.rpc('save_contact_limits', {
    p_max_contacts: limits.maxContacts,
    p_period_days: limits.periodDays,
    p_cool_down_days: limits.coolDownDays,
  })
  unwrap(answer)
}

/** Saves the hours of campaigns that have none of their own; for admins. */
export async function saveCallingHours(client: FrontendClient, hours: AgencyHours): Promise<void> {
  unwrap(await client.rpc('save_calling_hours', { p_hours: hours }))
}

/** @param prices null takes them back */
export async function savePrices(
  client: FrontendClient,
  prices: AgencyPrices | null,
): Promise<void> {
  unwrap(await client.rpc('save_costs', { p_costs: prices }))
}

/** @param host in small letters, without https:// */
export async function allowRecordingHost(client: FrontendClient, host: string): Promise<void> {
  unwrap(await client.rpc('allow_recording_host', { p_host: host }))
}

/** Recordings of this host are no longer played; for admins. */
export async function removeRecordingHost(client: FrontendClient, host: string): Promise<void> {
  unwrap(await client.rpc('remove_recording_host', { p_host: host }))
}

const erasuresSchema = z.object({
  pending: z.number(),
  done: z.number(),
  oldestPendingAt: z.string().nullable(),
  /** Orders to the agents' database that were not carried out yet. */
  waitingCommands: z.number(),
  failing: z.array(z.object({ code: z.string(), count: z.number() })),
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['phone', 'session']),
      requestedBy: z.uuid().nullable(),
      requestedAt: z.string(),
      finishedAt: z.string().nullable(),
    }),
  ),
})
export type Erasures = z.infer<typeof erasuresSchema>

/** How far erasures are; nobody is named, as only hashes are kept. For admins. */
export async function listErasures(client: FrontendClient): Promise<Erasures> {
  return erasuresSchema.parse(unwrap(await client.rpc('list_erasures')))
}
