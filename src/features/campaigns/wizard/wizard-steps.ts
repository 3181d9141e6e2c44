/** The wizard's steps, and whether each has what a launch needs. The database checks again. */
import { z } from 'zod'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { urlText } from '../../../ui/filter/url-state.ts'
import { saysDisclosure } from '../../../domain/campaign/ai-disclosure.ts'

export const WIZARD_STEPS = [
  'job',
  'audience',
  'questions',
  'channels',
  'prompts',
  'review',
] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

/** What the wizard keeps in its address. */
export const wizardUrl = z.object({
  step: z.enum(WIZARD_STEPS).default('job'),
  /** In the review: the reason whose people are shown. */
  reason: urlText(),
})

/** The steps before and after one; none at the ends. */
export function neighbours(step: WizardStep): {
  readonly previous: WizardStep | undefined
  readonly next: WizardStep | undefined
} {
  const at = WIZARD_STEPS.indexOf(step)
  return { previous: WIZARD_STEPS[at - 1], next: WIZARD_STEPS[at + 1] }
}

/** True where no sentence is needed, or each first message that will be used says it. */
export function isDisclosed({ campaign }: Draft): boolean {
  if (campaign.aiDisclosureWaivedReason !== '') return true
  const { aiDisclosure, channels, firstMessageChat, firstMessageCall } = campaign
  const says = (message: string) => saysDisclosure(message, aiDisclosure)
  return (
    (!channels.includes('whatsapp') || says(firstMessageChat)) &&
    (!channels.includes('call') || says(firstMessageCall))
  )
}

/** True where the step has what a launch needs of it. */
export function isStepComplete(draft: Draft, step: WizardStep): boolean {
  const { campaign, targets } = draft
  switch (step) {
    case 'job':
      return campaign.name.trim() !== ''
    case 'audience': {
      const { datasetIds, columns, personIds, segmentIds } = campaign.audience
      return [datasetIds, columns, personIds, segmentIds].some(({ length }) => length > 0)
    }
    case 'questions':
      return targets.length > 0 && targets.every(({ name }) => name.trim() !== '')
    case 'channels':
      return (
        campaign.channels.some((channel) => channel !== 'email') &&
        campaign.purpose.trim() !== '' &&
        campaign.consentBasis !== '' &&
        (campaign.aiDisclosure.trim() !== '' || campaign.aiDisclosureWaivedReason !== '')
      )
    case 'prompts':
      return isDisclosed(draft)
    case 'review':
      return WIZARD_STEPS.every((each) => each === 'review' || isStepComplete(draft, each))
  }
}

/** Where each problem of a preview is put right. */
const STEP_OF_PROBLEM: Readonly<Record<string, WizardStep>> = {
  empty_audience: 'audience',
  nobody_ready: 'audience',
  segment_gone: 'audience',
  no_target: 'questions',
  no_channel: 'channels',
  no_purpose: 'channels',
  no_consent_basis: 'channels',
  no_ai_disclosure: 'channels',
  ai_disclosure_not_in_chat: 'prompts',
  ai_disclosure_not_in_call: 'prompts',
  window_over: 'channels',
}

/** The step in which a problem is put right; none for one we don't know. */
export function stepOfProblem(code: string): WizardStep | undefined {
  return STEP_OF_PROBLEM[code]
}
