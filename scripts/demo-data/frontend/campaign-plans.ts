/** What the two demo campaigns ask and say; the running one's backend rows are made from it too. */
import { campaignKey } from '../../../src/domain/campaign/campaign-key.ts'
import { campaignSlug } from '../../../src/domain/campaign/campaign-slug.ts'
import { sessionId } from '../../../src/domain/campaign/session-id.ts'
import { jobDescription } from '../../../src/domain/job/job-description.ts'
import {
  buildObjectives,
  type Matrix,
  type Target,
} from '../../../src/domain/objective/build-objectives.ts'
import { isE164 } from '../../../src/domain/phone/e164.ts'
import { composePrompts } from '../../demo-agent/compose-prompts.ts'
import { demoPhone } from '../demo-people.ts'
import { ELECTRICIAN, PLUMBER } from './jobs.ts'
import type { DemoOffice } from './rows.ts'

/** A target whose objective, once affirmed, names a column of the board. */
type ColumnTarget = Target & { readonly columnKey: string }

export type CampaignPlan = {
  readonly number: number
  readonly job: number
  readonly office: DemoOffice
  readonly name: string
  readonly uid: string
  readonly purpose: string
  readonly targets: readonly ColumnTarget[]
  readonly matrices: readonly Matrix[]
}

const INTERESTED: ColumnTarget = {
  objectiveKey: 'interested',
  name: 'Interested',
  goalType: 'boolean',
  description: 'Wants to be put forward for this job',
  columnKey: 'interested',
}

const INTERVIEW: ColumnTarget = {
  objectiveKey: 'interview_scheduled',
  name: 'Interview scheduled',
  goalType: 'boolean',
  description: 'Agreed on a time to meet the site manager',
  columnKey: 'interview',
}

/** Launched three days ago. */
export const RUNNING: CampaignPlan = {
  number: 1,
  job: PLUMBER,
  office: 'London',
  name: 'Plumber - London',
  uid: 'k3m9x2qd7',
  purpose: 'Plumbers for the Southwark new build, from people who asked us for work.',
  targets: [INTERESTED],
  matrices: [
    {
      objectiveKey: 'matrix_cscs_card',
      name: 'CSCS card',
      whatsappMessage: 'Which CSCS card do you hold, and until when?',
      callScript: 'Ask which CSCS card they hold and when it expires.',
    },
    {
      objectiveKey: 'matrix_availability',
      name: 'Availability',
      whatsappMessage: 'When could you start?',
      callScript: 'Ask when they could start and whether they have notice to give.',
    },
    {
      objectiveKey: 'matrix_own_tools',
      name: 'Own tools',
      whatsappMessage: 'Do you have your own hand tools?',
      callScript: 'Ask whether they bring their own hand tools.',
    },
    {
      objectiveKey: 'matrix_references',
      name: 'References',
      whatsappMessage: 'Who could give you a reference?',
      callScript: 'Ask for a site manager who would give a reference.',
    },
  ],
}

/** Complete, and waiting for somebody to press Launch. */
export const DRAFT: CampaignPlan = {
  number: 2,
  job: ELECTRICIAN,
  office: 'Manchester',
  name: 'Electrician - Manchester',
  uid: 'p8v4t1zn5',
  purpose: 'Electricians for Irwell Electrical at Salford Quays, from our own pools.',
  targets: [INTERESTED, INTERVIEW],
  matrices: [
    {
      objectiveKey: 'matrix_ecs_card',
      name: 'ECS card',
      whatsappMessage: 'Do you hold a gold ECS card?',
      callScript: 'Ask for the ECS card and its colour.',
    },
    {
      objectiveKey: 'matrix_18th_edition',
      name: '18th Edition',
      whatsappMessage: 'Have you got your 18th Edition certificate?',
      callScript: 'Ask whether they hold the 18th Edition certificate.',
    },
    {
      objectiveKey: 'matrix_hourly_rate',
      name: 'Hourly rate',
      whatsappMessage: 'What hourly rate are you looking for?',
      callScript: 'Ask for the hourly rate they expect.',
    },
    {
      objectiveKey: 'matrix_availability',
      name: 'Availability',
      whatsappMessage: 'When could you start?',
      callScript: 'Ask when they could start.',
    },
  ],
}

type JobRow = {
  readonly title: string
  readonly company: string
  readonly location: string
  readonly employment_type: string
  readonly salary_range: string
  readonly description: string
}

/** What a launch of the campaign carries besides its tasks. */
export function launchBody(plan: CampaignPlan, job: JobRow) {
  return {
    campaign: campaignKey(campaignSlug(plan.name), plan.uid),
    job_description: jobDescription({
      title: job.title,
      company: job.company,
      location: job.location,
      employmentType: job.employment_type,
      salaryRange: job.salary_range,
      description: job.description,
    }),
    objectives: buildObjectives(plan.targets, plan.matrices, ['whatsapp', 'call']),
  }
}

/** What the agents' side answers for the campaign when the wizard asks it. */
export function promptsOf(plan: CampaignPlan, job: JobRow) {
  return composePrompts(launchBody(plan, job))
}

/** The session of a demo person in a campaign. */
export function demoSession(plan: CampaignPlan, person: number): string {
  const phone = demoPhone(person)
  if (!isE164(phone)) throw new Error('a demo number is no number')
  return sessionId(campaignSlug(plan.name), plan.uid, phone)
}
