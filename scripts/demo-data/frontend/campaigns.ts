import { campaignSlug } from '../../../src/domain/campaign/campaign-slug.ts'
import { compileRules, DEFAULT_RULES } from '../../../src/domain/status/status-rule.ts'
import { STATUSES } from '../../../src/domain/status/standard-status.ts'
import { DISCLOSURE } from '../../demo-agent/compose-prompts.ts'
import { demoId } from '../demo-id.ts'
import { type CampaignPlan, DRAFT, launchBody, promptsOf, RUNNING } from './campaign-plans.ts'
import { demoJobs } from './jobs.ts'
import { MANCHESTER_ELECTRICIANS, NORTH_WEST_CARDS, LONDON_PLUMBERS } from './pools.ts'
import { DAYS, type DemoContext, HOURS, type NewRow } from './rows.ts'

const PLANS = [RUNNING, DRAFT] as const

/** When the running campaign was launched, in minutes before now. */
export const LAUNCHED_AGO = 3 * DAYS

function jobOf(plan: CampaignPlan, context: DemoContext) {
  const job = demoJobs(context).find(({ id }) => id === demoId('job', plan.job))
  if (job === undefined) throw new Error(`the campaign "${plan.name}" has no job`)
  return job
}

export function demoCampaigns(context: DemoContext) {
  const { minutesAgo, office, accounts } = context
  const common = (plan: CampaignPlan) => ({
    id: demoId('campaign', plan.number),
    office_id: office(plan.office),
    job_id: demoId('job', plan.job),
    name: plan.name,
    slug: campaignSlug(plan.name),
    uid: plan.uid,
    channels: ['whatsapp', 'call'],
    purpose: plan.purpose,
    consent_basis: 'consent',
    ai_disclosure: DISCLOSURE,
    ...promptsOf(plan, jobOf(plan, context)),
    created_by: accounts.recruiter,
  })
  return [
    {
      ...common(RUNNING),
      state: 'running',
      audience: audienceOf(LONDON_PLUMBERS),
      created_at: minutesAgo(4 * DAYS),
      launched_at: minutesAgo(LAUNCHED_AGO),
    },
    {
      ...common(DRAFT),
      state: 'draft',
      audience: audienceOf(MANCHESTER_ELECTRICIANS, NORTH_WEST_CARDS),
      created_at: minutesAgo(5 * HOURS),
      launched_at: null,
    },
  ] satisfies NewRow<'campaigns'>[]
}

function audienceOf(...pools: readonly number[]) {
  return { datasetIds: pools.map((pool) => demoId('dataset', pool)), columns: [], personIds: [] }
}

export function demoTargets({ office, columnId }: DemoContext) {
  const all = PLANS.flatMap((plan) =>
    plan.targets.map((target, index) => ({ plan, target, index })),
  )
  return all.map(({ plan, target, index }, place) => ({
    id: demoId('target', place + 1),
    campaign_id: demoId('campaign', plan.number),
    office_id: office(plan.office),
    name: target.name,
    objective_key: target.objectiveKey,
    description: target.description,
    goal_type: target.goalType,
    kind: 'column',
    column_id: columnId(plan.job, target.columnKey),
    position: index + 1,
  })) satisfies NewRow<'campaign_targets'>[]
}

export function demoMatrices({ office }: DemoContext) {
  const all = PLANS.flatMap((plan) =>
    plan.matrices.map((matrix, index) => ({ plan, matrix, index })),
  )
  return all.map(({ plan, matrix, index }, place) => ({
    id: demoId('matrix', place + 1),
    campaign_id: demoId('campaign', plan.number),
    office_id: office(plan.office),
    name: matrix.name,
    objective_key: matrix.objectiveKey,
    whatsapp_message: matrix.whatsappMessage,
    call_script: matrix.callScript,
    position: index + 1,
  })) satisfies NewRow<'campaign_matrices'>[]
}

/** The rules by which the running campaign's objectives become statuses, as its launch wrote them. */
export function demoRules() {
  const columns = STATUSES.map(({ key }, index) => ({ key, position: index + 1 }))
  return compileRules(DEFAULT_RULES, RUNNING.targets, columns).map((rule) => ({
    campaign_id: demoId('campaign', RUNNING.number),
    rules_version: 1,
    position: rule.position,
    objective_key: rule.objectiveKey,
    status: rule.status,
    rank: rule.rank,
    is_refusal: rule.isRefusal,
  })) satisfies NewRow<'status_rules'>[]
}

export function demoLaunches(context: DemoContext) {
  return [
    {
      id: demoId('launch', 1),
      campaign_id: demoId('campaign', RUNNING.number),
      office_id: context.office(RUNNING.office),
      requested_by: context.accounts.recruiter,
      preview_hash: 'demo',
      payload: launchBody(RUNNING, jobOf(RUNNING, context)),
      created_at: context.minutesAgo(LAUNCHED_AGO),
    },
  ] satisfies NewRow<'launches'>[]
}

/** The one batch of the running campaign: taken and seen in the backend. */
export function demoBatches({ minutesAgo }: DemoContext, confirmed: number) {
  return [
    {
      id: demoId('batch', 1),
      launch_id: demoId('launch', 1),
      campaign_id: demoId('campaign', RUNNING.number),
      position: 1,
      state: 'confirmed',
      attempts: 1,
      first_posted_at: minutesAgo(LAUNCHED_AGO),
      last_status: 200,
      acknowledgement: { accepted: confirmed, known: 0 },
      created_at: minutesAgo(LAUNCHED_AGO),
    },
  ] satisfies NewRow<'launch_batches'>[]
}
