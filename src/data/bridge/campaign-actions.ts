/** What the bridge does to a campaign. The browser holds no webhook address and no service key. */
import { z } from 'zod'
import { audienceSourceSchema } from '../audience-source.ts'
import type { BridgeClient } from './client.ts'

const countsSchema = z.record(z.string(), z.number())

const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().default(''),
})

const excludedPersonSchema = z.object({
  personId: z.uuid().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  reason: z.string(),
})

/** What a launch would do now: planned = ready + the sum of `excluded`. */
export const previewSchema = z.object({
  planned: z.number(),
  ready: z.number(),
  excluded: countsSchema,
  excludedPeople: z.array(excludedPersonSchema),
  /** Names this audience; a launch that carries another answers 409 with the present preview. */
  hash: z.string(),
  problems: z.array(problemSchema),
  sources: z.array(audienceSourceSchema).default([]),
})
export type LaunchPreview = z.infer<typeof previewSchema>

/** A preview with the body that would be posted. */
export const previewAnswerSchema = z.object({
  preview: previewSchema,
  /** The exact body of the POST, with the first tasks only. */
  payload: z.unknown(),
})

const promptsSchema = z.object({
  prompt_chat: z.string().default(''),
  prompt_call: z.string().default(''),
  first_message_chat: z.string().default(''),
  first_message_call: z.string().default(''),
})
export type AgentPrompts = z.infer<typeof promptsSchema>

const launchAnswerSchema = z.object({
  launchId: z.uuid(),
  planned: z.number(),
  repeated: z.boolean(),
})
const stateAnswerSchema = z.object({
  state: z.string(),
  activeConversations: z.number().default(0),
})
const retryAnswerSchema = z.object({ retried: z.number() })

/** Who a launch would reach and who not, and the body it would post. */
export function previewLaunch(bridge: BridgeClient, campaignId: string) {
  return bridge.request('post', `campaigns/${campaignId}/preview`, previewAnswerSchema)
}

/** The prompts and first messages that the agent's side writes for this campaign. */
export function fetchAgentPrompts(bridge: BridgeClient, campaignId: string) {
  return bridge.request('post', `campaigns/${campaignId}/prompts`, promptsSchema)
}

/** Launches; a repeated press answers with the same launch. */
export function launchCampaign(bridge: BridgeClient, campaignId: string, previewHash: string) {
  return bridge.request('post', `campaigns/${campaignId}/launch`, launchAnswerSchema, {
    previewHash,
  })
}

/**
 * Pauses our sending, resumes it, stops the campaign and its conversations for good, or makes a
 * scheduled one, of which nothing was sent, a draft again.
 */
export function changeCampaignState(
  bridge: BridgeClient,
  campaignId: string,
  action: 'pause' | 'resume' | 'stop' | 'unschedule',
) {
  return bridge.request('post', `campaigns/${campaignId}/${action}`, stateAnswerSchema)
}

/** Sends again what failed, or what only a person may decide to send again. */
export function retryCampaign(
  bridge: BridgeClient,
  campaignId: string,
  scope: 'failed' | 'needs-decision',
) {
  return bridge.request('post', `campaigns/${campaignId}/retry`, retryAnswerSchema, { scope })
}

const takenAnswerSchema = z.object({ taken: z.number() })

/** Counts those of whom nobody knows whether they were contacted as sent; nothing is sent again. */
export function takeAsSent(bridge: BridgeClient, campaignId: string) {
  return bridge.request('post', `campaigns/${campaignId}/take-as-sent`, takenAnswerSchema)
}

const testSendSchema = z.object({
  /** The agents took the test. */
  accepted: z.boolean(),
  /** Its conversation was seen in the agents' database already. */
  seen: z.boolean(),
  code: z.string(),
  /** What happened, then what to do. */
  message: z.string(),
  hint: z.string(),
})
export type TestSend = z.infer<typeof testSendSchema>

/**
 * Lets the agents contact the asker's own number as they would a recipient; any state of campaign.
 * Refused (AppError `conflict`) where all sending is paused (`sending_paused`), the number opted out
 * (`opted_out`), is a candidate's (`not_your_number`), or after ten an hour (`too_many_tests`).
 *
 * @param phone in E.164
 */
export function sendTest(bridge: BridgeClient, campaignId: string, phone: string) {
  return bridge.request('post', `campaigns/${campaignId}/test-send`, testSendSchema, { phone })
}
