import { isJsonObject } from '../../lib/json.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'

/** What a failure asks of us. Codes come from WhatsApp's Cloud API error reference. */
export type FailureConsequence =
  | 'none'
  | 'needs-template' // only an approved template may go
  | 'no-retry'
  | 'back-off-a-day'
  | 'suppress-marketing'
  | 'pause-campaign'

export type DeliveryFailure = {
  /** WhatsApp's error code, or null where none was given. */
  readonly code: number | null
  /** What happened and what to do, for the recruiter. */
  readonly reason: string
  readonly consequence: FailureConsequence
}

const KNOWN: Readonly<Record<number, Omit<DeliveryFailure, 'code'>>> = {
  131026: {
    reason:
      'WhatsApp could not deliver to this number. It may not be on WhatsApp: call instead, or check the number.',
    consequence: 'no-retry',
  },
  131047: {
    reason:
      'The last answer is more than 24 hours old. Only an approved template can be sent until the candidate writes again.',
    consequence: 'needs-template',
  },
  131048: {
    reason:
      'WhatsApp limits this sender because people reported or blocked it. Pause the campaign and check its messages.',
    consequence: 'pause-campaign',
  },
  131049: {
    reason:
      'WhatsApp held this back because the person had enough marketing messages. Try again after a day.',
    consequence: 'back-off-a-day',
  },
  131050: {
    reason:
      'The person stopped marketing messages from this sender. Do not send any; contact them another way only if they agreed to it.',
    consequence: 'suppress-marketing',
  },
}

const MAX_PROVIDER_TEXT = 300

/** The readable reason of a WhatsApp error code; an unknown one keeps the provider's own words. */
export function describeDeliveryFailure(code: number | null, providerText = ''): DeliveryFailure {
  const known = code === null ? undefined : KNOWN[code]
  if (known !== undefined) return { code, ...known }
  const said = sanitiseText(providerText).trim().slice(0, MAX_PROVIDER_TEXT)
  const named = code === null ? '' : ` (error ${code})`
  const reason =
    said === ''
      ? `WhatsApp could not deliver this message${named}.`
      : `Not delivered: ${said}${named}`
  return { code, reason: sanitiseText(reason), consequence: 'none' }
}

/**
 * The failure inside a flat message: `error`, `errors[0]`, or `error_code` beside it, each as a
 * code, a text or `{code, message|title}`.
 */
export function parseDeliveryFailure(message: {
  readonly [key: string]: unknown
}): DeliveryFailure {
  const listed: unknown = Array.isArray(message['errors'])
    ? message['errors'][0]
    : message['errors']
  const error = listed ?? message['error'] ?? message['failure_reason']
  const details = isJsonObject(error) ? error : {}
  const code = toCode(details['code'] ?? message['error_code'] ?? error)
  const words = details['message'] ?? details['title'] ?? message['error_message'] ?? error
  return describeDeliveryFailure(code, typeof words === 'string' ? words : '')
}

function toCode(value: unknown): number | null {
  const digits = typeof value === 'number' ? String(value) : value
  if (typeof digits !== 'string') return null
  const match = /^\s*(?:\(?#)?(\d{1,9})\b/.exec(digits)
  return match?.[1] === undefined ? null : Number(match[1])
}
