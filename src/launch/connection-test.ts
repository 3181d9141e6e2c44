/**
 * The connection test: one session of the tester's own number, posted twice under two ids. A
 * receiver that takes both and holds one session is proven idempotent; only to such a one are
 * missing tasks sent again by themselves. The tester is really contacted, once a test: each has a
 * session of its own, since one that is there from an earlier test would prove nothing of this receiver.
 */
import { campaignKey } from '../domain/campaign/campaign-key.ts'
import { DELIVERY_MESSAGES, type DeliveryCode } from '../domain/campaign/delivery-code.ts'
import { sessionId } from '../domain/campaign/session-id.ts'
import type { E164 } from '../domain/phone/e164.ts'
import { buildBody } from './build-payload.ts'
import { classifyAnswer, type Outcome } from './classify-answer.ts'
import type { LaunchPorts } from './ports.ts'

/** Marks every test (`private.test_uid`), so that the sync looks for nobody it could be of. */
const TEST_UID = 'rollcall1'
const NAME_LENGTH = 8

const LOOKS = 5
const PAUSE_MS = 2000

/** Who tries it, and on which phone. */
export type ConnectionTest = {
  readonly actorId: string
  readonly phone: E164
  /** A new id for each call. */
  readonly newId: () => string
  readonly wait: (ms: number) => Promise<void>
}

export type ConnectionReport = {
  /** Both posts were taken. */
  readonly accepted: boolean
  /** The session was seen in the backend. */
  readonly seen: boolean
  readonly idempotent: boolean
  readonly code: DeliveryCode | 'session_missing' | 'taken_twice' | 'proven'
  readonly message: string
  readonly hint: string
}

/**
 * @throws AppError where a database can't be reached
 */
export async function testConnection(
  { store, backend, webhook }: Pick<LaunchPorts, 'store' | 'backend' | 'webhook'>,
  test: ConnectionTest,
): Promise<ConnectionReport> {
  const slug = `connection-test-${test.newId().slice(0, NAME_LENGTH)}`
  const session = sessionId(slug, TEST_UID, test.phone)
  const payload = {
    campaign: campaignKey(slug, TEST_UID),
    job_description: 'Job Title: Connection test',
    objectives: {},
  }
  const body = buildBody(payload, [{ session, phoneNumber: test.phone }])
  const post = async () =>
    classifyAnswer(await webhook.post('session-created', { id: test.newId(), body }), 1)

  const first = await post()
  const second = first.kind === 'accepted' ? await post() : first
  const accepted = second.kind === 'accepted'
  const seen = accepted && (await isSeen(backend, session, test.wait))
  if (seen) await backend.complete([session])
  const report = reportOf(second, seen)
  const { actorId } = test
  const { idempotent, code } = report
  await store.recordReceiverTest({ actorId, receiver: webhook.receiver, idempotent, code })
  return { accepted, seen, ...report }
}

/** Looks for a session in the backend, five times within eight seconds. */
export async function isSeen(
  backend: LaunchPorts['backend'],
  session: string,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  for (let look = 1; look <= LOOKS; look += 1) {
    if ((await backend.listExisting([session])).size > 0) return true
    if (look < LOOKS) await wait(PAUSE_MS)
  }
  return false
}

function reportOf(second: Outcome, seen: boolean): Omit<ConnectionReport, 'accepted' | 'seen'> {
  if (second.kind !== 'accepted') {
    return { idempotent: false, code: second.code, ...DELIVERY_MESSAGES[second.code] }
  }
  if (!seen) {
    return {
      idempotent: false,
      code: 'session_missing',
      message: 'The agents took the task, but no conversation appeared in their database.',
      hint: 'Check that n8n and Rollcall use the same database, and that the workflow stores sessions.',
    }
  }
  // Who doesn't say how many it knew is believed; who says that it knew none took it for a new one.
  if (second.acknowledgement?.known === 0) {
    return {
      idempotent: false,
      code: 'taken_twice',
      message: 'The agents took the same task twice, each time as a new one.',
      hint: 'Let the workflow leave sessions that are there as they are; till then nothing is sent again by itself.',
    }
  }
  return {
    idempotent: true,
    code: 'proven',
    message: 'The agents took the same task twice and hold one conversation.',
    hint: 'Nothing to do: what gets lost on the way may be sent again by itself.',
  }
}
