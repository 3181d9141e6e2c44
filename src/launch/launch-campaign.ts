/**
 * Launching: the payload and the rules are made from what the database hands out, and the database
 * writes the ledger only if audience and content are still those of the preview.
 */
import { compileRules, DEFAULT_RULES, type StatusRule } from '../domain/status/status-rule.ts'
import { buildBody, buildLaunchPayload, type PayloadSource, type Task } from './build-payload.ts'
import type { LaunchResult, LaunchSource, LaunchStore } from './ports.ts'

/**
 * Launches a campaign whose preview had this hash. A repeated press answers with the same launch.
 *
 * @throws AppError where the campaign isn't ready, with what to put right
 */
export async function launchCampaign(
  store: Pick<LaunchStore, 'readSource' | 'launch'>,
  press: {
    readonly campaignId: string
    readonly actorId: string
    readonly previewHash: string
  },
): Promise<LaunchResult> {
  const source = await store.readSource(press.campaignId)
  return store.launch({
    ...press,
    sourceDigest: source.digest,
    payload: buildLaunchPayload(source),
    rules: rulesOf(source),
  })
}

/** The rules by which a campaign's answers become statuses. */
function rulesOf(source: Pick<LaunchSource, 'rules' | 'targets' | 'columns'>): StatusRule[] {
  const columnTargets = source.targets.flatMap(({ objectiveKey, columnKey }) =>
    columnKey === null ? [] : [{ objectiveKey, columnKey }],
  )
  return compileRules(
    source.rules.length > 0 ? source.rules : DEFAULT_RULES,
    columnTargets,
    source.columns,
  )
}

/** The exact body of a POST with these tasks, as the wizard shows it. */
export function previewBody(
  source: PayloadSource,
  tasks: readonly Pick<Task, 'session' | 'phoneNumber'>[],
): unknown {
  return JSON.parse(buildBody(buildLaunchPayload(source), tasks))
}
