/**
 * What the agents' webhook meant. Total and pure: a batch is *refused* only where it was certainly
 * not taken, *accepted* only by 2xx JSON whose `accepted` is the number of tasks; anything else
 * is *unconfirmed*, and nobody posts it again before the backend was read.
 *
 * Accepted is not done: the ledger keeps such recipients unconfirmed, with the code
 * `acknowledged`, until their sessions are seen in the backend.
 *
 * Source of the cases: research on n8n 2.41, each tried. n8n says some of them in words only.
 */
import { z } from 'zod'
import type { DeliveryCode } from '../domain/campaign/delivery-code.ts'

export const NOT_SENT_CODES = [
  'connection_refused',
  'address_not_found',
  'connect_timeout',
  'not_secure',
  'address_refused',
] as const
export const LOST_CODES = ['timeout', 'connection_lost'] as const

/** What came back from a POST, or why nothing did. */
export type WebhookAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** The body's beginning. */
      readonly body: string
      readonly retryAfterSeconds: number | null
    }
  /** No connection came about, so nothing was sent. */
  | { readonly kind: 'not-sent'; readonly code: (typeof NOT_SENT_CODES)[number] }
  /** Something may have been sent. */
  | { readonly kind: 'lost'; readonly code: (typeof LOST_CODES)[number] }

/** Further attempts until the campaign pauses; n8n answers 404 for a while as it starts. */
const ATTEMPTS_WHILE_STARTING = 4

export type Outcome = {
  readonly kind: 'accepted' | 'refused' | 'unconfirmed'
  readonly code: DeliveryCode
  /** Of a refusal: the same batch may go again later. */
  readonly retryable: boolean
  /** From which attempt on this pauses the campaign, since a person must act; null: never. */
  readonly pausesFromAttempt: number | null
  readonly status: number | null
  /** The body's beginning, for the operator; it may hold personal data. */
  readonly answer: string
  readonly retryAfterSeconds: number | null
  readonly acknowledgement: Acknowledgement | null
}

const acknowledgementSchema = z.object({ accepted: z.int(), known: z.int().optional() })

/** What the receiver said it took; `known`: how many of them it had already. */
export type Acknowledgement = z.infer<typeof acknowledgementSchema>

type Verdict = Pick<Outcome, 'kind' | 'code'> &
  Partial<Pick<Outcome, 'retryable' | 'pausesFromAttempt' | 'acknowledgement'>>

function refusedForNow(code: DeliveryCode): Verdict {
  return { kind: 'refused', code, retryable: true }
}

function refusedForPerson(code: DeliveryCode): Verdict {
  return { kind: 'refused', code, pausesFromAttempt: 1 }
}

function unclear(code: DeliveryCode): Verdict {
  return { kind: 'unconfirmed', code }
}

function unclearForPerson(code: DeliveryCode): Verdict {
  return { kind: 'unconfirmed', code, pausesFromAttempt: 1 }
}

/** Classifies the answer to a batch of `taskCount` tasks. */
export function classifyAnswer(answer: WebhookAnswer, taskCount: number): Outcome {
  const verdict = verdictOf(answer, taskCount)
  return {
    retryable: false,
    pausesFromAttempt: null,
    acknowledgement: null,
    ...verdict,
    status: answer.kind === 'answer' ? answer.status : null,
    answer: answer.kind === 'answer' ? answer.body.slice(0, 500) : '',
    retryAfterSeconds: answer.kind === 'answer' ? answer.retryAfterSeconds : null,
  }
}

function verdictOf(answer: WebhookAnswer, taskCount: number): Verdict {
  if (answer.kind === 'lost') return unclear(answer.code)
  if (answer.kind === 'not-sent') {
    const forPerson = answer.code === 'not_secure' || answer.code === 'address_refused'
    return forPerson ? refusedForPerson(answer.code) : refusedForNow(answer.code)
  }
  const { status, body } = answer
  if (status >= 200 && status < 300) return verdictOnSuccess(status, body.trim(), taskCount)
  if (status >= 300 && status < 400) return unclearForPerson('redirected')
  if (status >= 500 && status < 600) return verdictOnFault(status, body)
  if (status < 400 || status >= 600) return unclear('status_unclear')
  return verdictOnRefusal(status, body)
}

function verdictOnSuccess(status: number, body: string, taskCount: number): Verdict {
  if (body === '') return unclear('answer_empty')
  if (status === 200 && body.startsWith('n8n is starting up')) {
    return refusedForNow('receiver_starting')
  }
  if (/^\W*(?:message\W+)?Workflow was started/.test(body)) return unclear('workflow_started')
  if (/^<(?:!doctype html|html)\b/i.test(body)) return unclearForPerson('answer_web_page')
  const acknowledgement = acknowledgementSchema.safeParse(parseJson(body))
  if (!acknowledgement.success) return unclear('answer_unreadable')
  return acknowledgement.data.accepted === taskCount
    ? { kind: 'accepted', code: 'acknowledged', acknowledgement: acknowledgement.data }
    : unclear('accepted_other_count')
}

function verdictOnRefusal(status: number, body: string): Verdict {
  switch (status) {
    case 403:
      return refusedForPerson(codeOfForbidden(body))
    case 404:
      return verdictOnNotFound(body)
    case 410:
      return refusedForPerson('gone')
    case 413:
      return refusedForPerson('too_large')
    case 422:
      return refusedForPerson('body_refused')
    case 429:
      return refusedForNow('rate_limited')
    case 408:
    case 409:
    case 425:
      return unclear('status_unclear')
    default:
      return unclearForPerson('request_refused')
  }
}

/** The first is n8n's own header auth, the second the workflow of ours that checks signatures. */
function codeOfForbidden(body: string): DeliveryCode {
  if (body.includes('Authorization data is wrong')) return 'wrong_token'
  return body.includes('Signature is wrong') ? 'wrong_signature' : 'forbidden'
}

/** n8n tells by `hint` which 404 it is; one without is from somebody else, or n8n half started. */
function verdictOnNotFound(body: string): Verdict {
  const { hint = '' } = z.object({ hint: z.string() }).partial().catch({}).parse(parseJson(body))
  if (/execute workflow/i.test(hint)) return refusedForPerson('webhook_test_url')
  const code = /must be active/i.test(hint) ? 'webhook_inactive' : 'webhook_not_found'
  return { kind: 'refused', code, retryable: true, pausesFromAttempt: ATTEMPTS_WHILE_STARTING }
}

function verdictOnFault(status: number, body: string): Verdict {
  if (status === 503 && body.includes('Database is not ready!')) {
    return refusedForNow('receiver_database_down')
  }
  if (body.includes('No authentication data defined on node')) {
    return unclearForPerson('credential_missing')
  }
  if (body.includes('Error in workflow')) return unclear('workflow_failed')
  if (body.includes('problem executing the workflow')) return unclear('workflow_problem')
  if (body.includes('cancelled because it timed out')) return unclear('workflow_timed_out')
  return unclear('server_error')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
