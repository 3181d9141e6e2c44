/**
 * Sending what waits. First the campaigns start whose time has come; then, for every batch, in this order and never another:
 * claim (slots, suppression and limits are checked there) → ask the backend which sessions exist
 * (they are confirmed and left out; if it can't be read nothing is sent) → `beginPost`, the
 * compare-and-set after which the batch counts as possibly sent → the POST → `finishPost`.
 *
 * A worker may die at any point: before `beginPost` the batch is claimed again when its lease has
 * run out; after it the batch is unconfirmed and left to `reconcile`. So nobody is contacted
 * twice, whoever crashes, and nothing here needs a clock or a memory of its own.
 */
import { buildBody, hashText } from './build-payload.ts'
import { classifyAnswer, type WebhookAnswer } from './classify-answer.ts'
import { planAfterPost } from './plan-retry.ts'
import type { ClaimedBatch, FinishedPost, LaunchPorts } from './ports.ts'

/** Both of the batches that may be in flight. */
const BATCHES_AT_ONCE = 2
/** A backend that can't be read is asked again after this. */
const BACKEND_RETRY_SECONDS = 30
/** The outcome of a POST is worth telling again: without it the batch waits for reconciliation. */
const FINISH_ATTEMPTS = 3

/** What became of one claimed batch. */
export type BatchResult =
  | 'accepted'
  | 'refused'
  | 'unconfirmed'
  /** All of it was in the backend already. */
  | 'known'
  /** Halted, made anew or taken over before the POST. */
  | 'not-sent'
  | 'backend-unreadable'

export type DispatchReport = Readonly<Record<BatchResult, number>>

const RESULTS = [
  'accepted',
  'refused',
  'unconfirmed',
  'known',
  'not-sent',
  'backend-unreadable',
] as const satisfies readonly BatchResult[]

/** After these the same would happen to the next batch; the next slice tries again. */
const ENDS_SLICE: ReadonlySet<BatchResult> = new Set(['refused', 'backend-unreadable'])

/**
 * Sends waiting batches until none is due, the receiver refuses, or `isOver` says that the
 * slice's time is up.
 *
 * @throws AppError where the frontend database can't be reached; every batch is safe then
 */
export async function dispatch(
  ports: LaunchPorts,
  slice: { readonly workerId: string; readonly isOver: () => boolean },
): Promise<DispatchReport> {
  const results: BatchResult[] = []
  while (!slice.isOver() && (await ports.store.startCampaign()) !== null);
  while (!slice.isOver()) {
    const batches = await ports.store.claimBatches(slice.workerId, BATCHES_AT_ONCE)
    if (batches.length === 0) break
    // Settled together, so that no batch is left running when another one throws.
    const settled = await Promise.allSettled(batches.map((batch) => sendBatch(ports, batch)))
    for (const one of settled) {
      if (one.status === 'rejected') throw one.reason
      results.push(one.value)
    }
    if (results.some((result) => ENDS_SLICE.has(result))) break
  }
  return countResults(results)
}

function countResults(results: readonly BatchResult[]): DispatchReport {
  const counts = RESULTS.map((name) => [name, results.filter((one) => one === name).length])
  return Object.fromEntries(counts) as DispatchReport
}

async function sendBatch(ports: LaunchPorts, claimed: ClaimedBatch): Promise<BatchResult> {
  const existing = await listExisting(ports, claimed)
  if (existing === null) {
    await ports.store.releaseBatch(claimed, 'backend_unreadable', BACKEND_RETRY_SECONDS)
    return 'backend-unreadable'
  }
  const batch =
    existing.length === 0 ? claimed : await ports.store.settleExisting(claimed, existing)
  if (batch === null) return 'known'

  const body = buildBody(batch.payload, batch.tasks)
  const begun = await ports.store.beginPost(batch, await hashText(body))
  if (begun !== 'go') return 'not-sent'

  const answer = await ports.webhook.post('session-created', { id: batch.batchId, body })
  return finish(ports, batch, answer)
}

async function listExisting(
  { backend }: LaunchPorts,
  { tasks }: ClaimedBatch,
): Promise<readonly string[] | null> {
  try {
    return [...(await backend.listExisting(tasks.map((task) => task.session)))]
  } catch {
    return null
  }
}

async function finish(
  { store, random }: LaunchPorts,
  batch: ClaimedBatch,
  answer: WebhookAnswer,
): Promise<BatchResult> {
  const outcome = classifyAnswer(answer, batch.tasks.length)
  const post: FinishedPost = planAfterPost(outcome, batch.attempts + 1, random)
  for (let attempt = 1; attempt < FINISH_ATTEMPTS; attempt += 1) {
    try {
      await store.finishPost(batch, post)
      return outcome.kind
    } catch {
      // Telling it twice changes nothing, so the fault itself doesn't matter.
    }
  }
  await store.finishPost(batch, post)
  return outcome.kind
}
