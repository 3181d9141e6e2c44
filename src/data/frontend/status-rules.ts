/** A campaign's rules from objectives to statuses: as they are, what others would change, and saving them. */
import { z } from 'zod'
import type { StatusRule } from '../../domain/status/status-rule.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'
import { conflictError } from './versioned-write.ts'

const rulesSchema = z.object({
  version: z.number(),
  /** False while the ticks still carry the last change out. */
  derived: z.boolean(),
  /** True where the campaign has none of its own. */
  isDefault: z.boolean(),
  rules: z.array(
    z.object({
      position: z.number(),
      objectiveKey: z.string(),
      status: z.string(),
      rank: z.number(),
      isRefusal: z.boolean(),
    }),
  ),
})
export type CampaignRules = z.infer<typeof rulesSchema>

/** The campaign's rules now. */
export async function getStatusRules(
  client: FrontendClient,
  campaignId: string,
): Promise<CampaignRules> {
  return rulesSchema.parse(unwrap(await client.rpc('status_rules_of', { p_campaign: campaignId })))
}

const previewSchema = z.object({
  /** Recipients with evidence that were looked at. */
  looked: z.number(),
  /** True where there are more than were looked at. */
  more: z.boolean(),
  recipients: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      count: z.number(),
      /** At most five. */
      examples: z.array(z.object({ recipientId: z.uuid(), name: z.string() })),
    }),
  ),
  cards: z.object({ moved: z.number(), suggested: z.number() }),
})
export type RulesPreview = z.infer<typeof previewSchema>

function toRules(rules: readonly StatusRule[]): Json {
  return rules.map(({ objectiveKey, status, rank, isRefusal }) => ({
    objectiveKey,
    status,
    rank,
    isRefusal,
  }))
}

/** What these rules, tried in this order, would change; nothing is written. For recruiters of the office. */
export async function previewStatusRules(
  client: FrontendClient,
  campaignId: string,
  rules: readonly StatusRule[],
): Promise<RulesPreview> {
  const args = { p_campaign: campaignId, p_rules: toRules(rules) }
  return previewSchema.parse(unwrap(await client.rpc('preview_status_rules', args)))
}

const savedSchema = z.object({ result: z.enum(['ok', 'conflict']), rules: rulesSchema })

/** Saves rules as a new version; AppError `conflict` with the present ones where `version` moved. */
export async function saveStatusRules(
  client: FrontendClient,
  campaignId: string,
  rules: readonly StatusRule[],
  version: number,
): Promise<CampaignRules> {
  const args = { p_campaign: campaignId, p_rules: toRules(rules), p_version: version }
  const saved = savedSchema.parse(unwrap(await client.rpc('save_status_rules', args)))
  if (saved.result === 'conflict') throw conflictError(saved.rules)
  return saved.rules
}

/** What campaigns begin with; version 0: nobody changed them. */
export async function getDefaultRules(client: FrontendClient): Promise<CampaignRules> {
  return rulesSchema.parse(unwrap(await client.rpc('default_rules')))
}

/** Saves them as a new version, for campaigns launched from now on; AppError `conflict` with the present ones. */
export async function saveDefaultRules(
  client: FrontendClient,
  rules: readonly StatusRule[],
  version: number,
): Promise<CampaignRules> {
  const args = { p_rules: toRules(rules), p_version: version }
  const saved = savedSchema.parse(unwrap(await client.rpc('save_default_rules', args)))
  if (saved.result === 'conflict') throw conflictError(saved.rules)
  return saved.rules
}
