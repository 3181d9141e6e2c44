import { DELIVERY_MESSAGES, isDeliveryCode } from '../../../domain/campaign/delivery-code.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { describeError } from '../../../ui/text/errors.ts'

/**
 * Why the agents gave no prompts, and what to do. The bridge names each fault of the webhook by its
 * code; its words say more than those of the general kind.
 */
export function describePromptFault(error: unknown): {
  readonly title: string
  readonly advice: string
} {
  const words = describeError(error)
  if (!isAppError(error) || error.code === undefined) return words
  if (isDeliveryCode(error.code)) {
    const { message, hint } = DELIVERY_MESSAGES[error.code]
    return { title: message, advice: error.hint ?? hint }
  }
  if (error.code === 'prompts_unreadable') return { title: error.message, advice: words.advice }
  return words
}
