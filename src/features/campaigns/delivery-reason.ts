/** Why a recipient stands where it stands, in words: short for a cell, full for a hover or a panel. */
import { DELIVERY_MESSAGES, isDeliveryCode } from '../../domain/campaign/delivery-code.ts'
import { EXCLUSION_MESSAGES, isExclusionReason } from '../../domain/campaign/exclusion.ts'
import type { Batch } from '../../data/frontend/launches.ts'
import type { Recipient } from '../../data/frontend/recipients.ts'
import { activityText, exclusionText, recipientText } from '../../ui/text/campaign-page.ts'
import { deliveryCodeText } from '../../ui/text/delivery-codes.ts'

export type DeliveryReason = {
  readonly short: string
  /** What happened, then what to do. */
  readonly full: string
}

/** Words for an exclusion reason; one we don't know is shown as it is. */
export function exclusionWords(reason: string): DeliveryReason {
  if (!isExclusionReason(reason)) {
    return { short: reason, full: recipientText.unknownReason(reason) }
  }
  return { short: exclusionText[reason] ?? reason, full: EXCLUSION_MESSAGES[reason] }
}

/** Words for a delivery code; one we don't know is shown as it is. */
export function deliveryCodeWords(code: string): DeliveryReason {
  if (isDeliveryCode(code)) {
    const { message, hint } = DELIVERY_MESSAGES[code]
    return { short: deliveryCodeText[code], full: `${message} ${hint}` }
  }
  // Who was contacted already stays in the ledger with the reason why no more is sent to them.
  return exclusionWords(code)
}

/** Why a recipient waits, is excluded, in doubt or failed; null where there is nothing to say. */
export function deliveryReason(
  recipient: Pick<Recipient, 'exclusionReason' | 'deliveryCode'>,
): DeliveryReason | null {
  if (recipient.exclusionReason !== null) return exclusionWords(recipient.exclusionReason)
  return recipient.deliveryCode === null ? null : deliveryCodeWords(recipient.deliveryCode)
}

/** The last answer to a batch in words; empty before there was one. */
export function batchAnswerWords({ state, lastCode }: Pick<Batch, 'state' | 'lastCode'>): string {
  if (lastCode === null) return ''
  // What was only acknowledged then has come about since.
  if (state === 'confirmed' && lastCode === 'acknowledged') return activityText.confirmedAnswer
  return deliveryCodeWords(lastCode).full
}
