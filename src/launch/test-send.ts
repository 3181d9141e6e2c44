/**
 * A test send: one task to the asker's own number, with what the campaign would send now. Its
 * campaign and session are marked and new each time; no ledger, contact slot or batch knows of it,
 * and the sync matches it to nobody. The database says first whether it may go out.
 */
import { DELIVERY_MESSAGES, type DeliveryCode } from '../domain/campaign/delivery-code.ts'
import { buildBody, buildLaunchPayload } from './build-payload.ts'
import { classifyAnswer } from './classify-answer.ts'
import { type ConnectionTest, isSeen } from './connection-test.ts'
import type { LaunchPorts } from './ports.ts'

export type TestSendRequest = ConnectionTest & { readonly campaignId: string }

export type TestSendReport = {
  /** The agents took it. */
  readonly accepted: boolean
  /** Its conversation stands in the backend. */
  readonly seen: boolean
  readonly code: DeliveryCode | 'session_missing' | 'begun'
  readonly message: string
  readonly hint: string
}

/**
 * @throws AppError where it may not go out, or a database can't be reached
 */
export async function sendTest(
  { store, backend, webhook }: Pick<LaunchPorts, 'store' | 'backend' | 'webhook'>,
  test: TestSendRequest,
): Promise<TestSendReport> {
  const { campaignId, actorId, phone } = test
  const source = await store.readSource(campaignId)
  const { campaign, session } = await store.beginTestSend({ campaignId, actorId, phone })
  const payload = { ...buildLaunchPayload(source), campaign }
  const body = buildBody(payload, [{ session, phoneNumber: phone }])
  const answer = await webhook.post('session-created', { id: test.newId(), body })
  const { kind, code } = classifyAnswer(answer, 1)
  const seen = kind !== 'refused' && (await isSeen(backend, session, test.wait))
  const accepted = kind === 'accepted'
  if (seen) return { accepted, seen, ...BEGUN }
  return accepted
    ? { accepted, seen, ...TAKEN }
    : { accepted, seen, code, ...DELIVERY_MESSAGES[code] }
}

const BEGUN = {
  code: 'begun',
  message: 'The agents took the test and began a conversation with you.',
  hint: 'They write or call in a moment, as they would to a candidate. It counts nowhere.',
} as const

const TAKEN = {
  code: 'session_missing',
  message: 'The agents took the test, but no conversation appeared in their database yet.',
  hint: 'Wait a minute for their message. If none comes, check n8n’s executions.',
} as const
