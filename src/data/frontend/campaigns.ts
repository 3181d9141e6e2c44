/** Campaigns as recruiters write them. State changes go through the bridge. */
import { z } from 'zod'
import { CAMPAIGN_STATES } from '../../domain/campaign/campaign-state.ts'
import { CHANNELS } from '../../domain/campaign/channel.ts'
import { unwrap } from '../unwrap.ts'
import type { Database, Json } from './database.types.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { requireRow } from './require-row.ts'
import { updatedOrConflict } from './versioned-write.ts'

export const CONSENT_BASES = ['', 'consent', 'legitimate-interest', 'contract'] as const
export const CARD_POLICIES = ['launch', 'contacted', 'interested', 'never'] as const

/**
 * Who is asked: members of pools, cards in columns, people picked by hand and whom saved segments find,
 * less those taken out by hand.
 */
export const audienceSchema = z.object({
  datasetIds: z.array(z.uuid()).default([]),
  columns: z.array(z.object({ jobId: z.uuid(), key: z.string() })).default([]),
  personIds: z.array(z.uuid()).default([]),
  /** Saved segments; whom they find is decided at the preview and the launch. */
  segmentIds: z.array(z.uuid()).default([]),
  excludedPersonIds: z.array(z.uuid()).default([]),
  /** Of several people under one number, the one to contact. */
  preferredPersonIds: z.array(z.uuid()).default([]),
  /** Which members of the pools: both parts must fit, an empty one always does. */
  filter: z
    .object({
      /** A part of the trade. */
      trade: z.string().default(''),
      /** A part of the location, or the beginning of the postcode. */
      place: z.string().default(''),
    })
    .default({ trade: '', place: '' }),
  /** Campaigns whose contacted people are left out. */
  notContactedIn: z.array(z.uuid()).default([]),
})
export type Audience = z.infer<typeof audienceSchema>

const callingHoursSchema = z.object({
  /** ISO weekdays, 1 Monday to 7 Sunday, on which the hours begin. */
  days: z.array(z.number()),
  /** HH:MM; `to` before `from` crosses midnight. */
  from: z.string(),
  to: z.string(),
})
export type CallingHours = z.infer<typeof callingHoursSchema>

/** A row of campaigns; also what the functions for drafts answer. */
export const campaignRow = z
  .object({
    id: z.uuid(),
    office_id: z.uuid(),
    job_id: z.uuid(),
    name: z.string(),
    campaign_key: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    state_reason: z.string(),
    channels: z.array(z.enum(CHANNELS)),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    time_zone: z.string().nullable(),
    calling_hours: callingHoursSchema.nullable().default(null),
    task_expiry_hours: z.number().nullable().default(null),
    error_percent: z.number().nullable().default(null),
    audience: audienceSchema,
    purpose: z.string(),
    consent_basis: z.enum(CONSENT_BASES),
    ai_disclosure: z.string(),
    ai_disclosure_waived_reason: z.string(),
    contact_active_elsewhere: z.boolean(),
    card_policy: z.enum(CARD_POLICIES),
    prompt_chat: z.string(),
    prompt_call: z.string(),
    first_message_chat: z.string(),
    first_message_call: z.string(),
    copied_from: z.uuid().nullable().default(null),
    launched_at: z.string().nullable(),
    created_at: z.string(),
    version: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    officeId: row.office_id,
    jobId: row.job_id,
    name: row.name,
    key: row.campaign_key,
    state: row.state,
    stateReason: row.state_reason,
    channels: row.channels,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    /** IANA, of people whose own zone nobody knows; null: the office's. */
    timeZone: row.time_zone,
    /** When people may be contacted, on the clock of where they are; null: the agency's hours. */
    callingHours: row.calling_hours,
    /** Hours from the start after which an unsent task is never sent; null: the agency's (7 days). */
    taskExpiryHours: row.task_expiry_hours,
    /** Share of errors, 1 to 100, above which the campaign pauses itself; null: the agency's (20). */
    errorPercent: row.error_percent,
    audience: row.audience,
    purpose: row.purpose,
    consentBasis: row.consent_basis,
    aiDisclosure: row.ai_disclosure,
    aiDisclosureWaivedReason: row.ai_disclosure_waived_reason,
    /** An admin's leave to contact people of another running campaign. */
    contactActiveElsewhere: row.contact_active_elsewhere,
    cardPolicy: row.card_policy,
    promptChat: row.prompt_chat,
    promptCall: row.prompt_call,
    firstMessageChat: row.first_message_chat,
    firstMessageCall: row.first_message_call,
    /** The campaign of which this one is a copy. */
    copiedFrom: row.copied_from,
    launchedAt: row.launched_at,
    createdAt: row.created_at,
    version: row.version,
  }))
export type Campaign = z.infer<typeof campaignRow>

/** What a recruiter edits of a draft. */
export type CampaignFields = Pick<
  Campaign,
  | 'name'
  | 'channels'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'callingHours'
  | 'taskExpiryHours'
  | 'errorPercent'
  | 'audience'
  | 'purpose'
  | 'consentBasis'
  | 'aiDisclosure'
  | 'cardPolicy'
  | 'promptChat'
  | 'promptCall'
  | 'firstMessageChat'
  | 'firstMessageCall'
>

const COLUMN_OF: Readonly<Record<keyof CampaignFields, string>> = {
  name: 'name',
  channels: 'channels',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  timeZone: 'time_zone',
  callingHours: 'calling_hours',
  taskExpiryHours: 'task_expiry_hours',
  errorPercent: 'error_percent',
  audience: 'audience',
  purpose: 'purpose',
  consentBasis: 'consent_basis',
  aiDisclosure: 'ai_disclosure',
  cardPolicy: 'card_policy',
  promptChat: 'prompt_chat',
  promptCall: 'prompt_call',
  firstMessageChat: 'first_message_chat',
  firstMessageCall: 'first_message_call',
}

async function findCampaign(client: FrontendClient, campaignId: string): Promise<Campaign | null> {
  const row = unwrap(await client.from('campaigns').select('*').eq('id', campaignId).maybeSingle())
  return row === null ? null : campaignRow.parse(row)
}

/** One campaign; AppError `not-found` where it is not there or not visible. */
export async function getCampaign(client: FrontendClient, campaignId: string): Promise<Campaign> {
  return requireRow(await findCampaign(client, campaignId))
}

/** Saves fields of a draft; AppError `conflict` with the present row where the version moved. */
export async function saveCampaign(
  client: FrontendClient,
  campaign: { readonly id: string; readonly version: number },
  fields: Partial<CampaignFields>,
): Promise<Campaign> {
  const row = Object.fromEntries(
    (Object.keys(fields) as (keyof CampaignFields)[]).map((name) => [
      COLUMN_OF[name],
      fields[name] as Json,
    ]),
  ) as Database['public']['Tables']['campaigns']['Update']
  const rows = unwrap(
    await client
      .from('campaigns')
      .update(row)
      .eq('id', campaign.id)
      .eq('version', campaign.version)
      .select('id'),
  )
  const present = await findCampaign(client, campaign.id)
  return updatedOrConflict((rows?.length ?? 0) > 0 ? present : null, () => Promise.resolve(present))
}
