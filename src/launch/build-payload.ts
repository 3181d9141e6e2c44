/** What the agents are sent: the launch webhook's body of design.md, section 6. */
import type { Channel } from '../domain/campaign/channel.ts'
import { campaignKey } from '../domain/campaign/campaign-key.ts'
import { jobDescription, type JobFacts } from '../domain/job/job-description.ts'
import { buildObjectives, type Matrix, type Target } from '../domain/objective/build-objectives.ts'
import type { ObjectiveTemplate } from '../domain/objective/objective-template.ts'
import { sanitiseJson } from '../lib/sanitise-text.ts'

/** One recipient's task. The session id holds a phone: log `recipientId` instead. */
export type Task = {
  readonly recipientId: string
  readonly session: string
  readonly phoneNumber: string
}

/** What every POST of a launch carries besides its tasks; frozen at the launch. */
export type LaunchPayload = {
  readonly campaign: string
  readonly job_description: string
  readonly objectives: ObjectiveTemplate
}

export type PayloadSource = {
  readonly slug: string
  readonly uid: string
  readonly channels: readonly Channel[]
  readonly job: JobFacts
  readonly targets: readonly Target[]
  readonly matrices: readonly Matrix[]
}

/** The payload of a campaign as it is now. */
export function buildLaunchPayload(source: PayloadSource): LaunchPayload {
  return {
    campaign: campaignKey(source.slug, source.uid),
    job_description: jobDescription(source.job),
    objectives: buildObjectives(source.targets, source.matrices, source.channels),
  }
}

/**
 * The body of one POST as the text that is signed and hashed. The same payload and tasks give the
 * same text, since a retry must repeat it byte for byte. NUL is taken out: PostgreSQL, behind
 * n8n, can't store it and would fail the whole batch.
 */
export function buildBody(payload: LaunchPayload, tasks: readonly Omit<Task, 'recipientId'>[]) {
  return JSON.stringify(
    sanitiseJson({
      campaign: payload.campaign,
      tasks: tasks.map(({ session, phoneNumber }) => ({ session, phone_number: phoneNumber })),
      job_description: payload.job_description,
      objectives: payload.objectives,
    }),
  )
}

/** SHA-256 of a text as hex, by which a batch's body is recognised. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
