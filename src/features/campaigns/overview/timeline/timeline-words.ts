/** A line of a campaign's timeline in words. */
import type { TimelineLine } from '../../../../data/frontend/campaign-timeline.ts'
import { CAMPAIGN_STATES } from '../../../../domain/campaign/campaign-state.ts'
import { timelineText } from '../../../../ui/text/campaign-results.ts'
import { campaignStateText } from '../../../../ui/text/campaigns.ts'

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function stateWords(value: unknown): string {
  const state = CAMPAIGN_STATES.find((each) => each === value)
  return state === undefined ? textOf(value) : campaignStateText[state].toLowerCase()
}

/** What was done, to be read after who did it. */
export function timelineWords({ action, details }: TimelineLine): string {
  const words = timelineText.actions
  switch (action) {
    case 'create':
      return 'copiedFrom' in details ? words.copy(textOf(details['name'])) : words.create
    case 'finish':
      return words.finish(stateWords(details['to']))
    case 'retry':
      return words.retry(countOf(details['retried']))
    case 'take-as-sent':
      return words['take-as-sent'](countOf(details['count']))
    case 'export':
      return words.export(countOf(details['rows']))
    case 'waive-ai-disclosure':
      return words['waive-ai-disclosure'](textOf(details['reason']))
    case 'allow-active-elsewhere':
      return words['allow-active-elsewhere'](details['allowed'] === true)
    case 'launch':
    case 'start':
    case 'pause':
    case 'resume':
    case 'stop':
    case 'complete':
    case 'unschedule':
    case 'save-status-rules':
    case 'test-send':
      return words[action]
    default:
      return timelineText.other(action)
  }
}

/** Why it was done, where that was said. */
export function timelineReason({ details }: TimelineLine): string {
  return textOf(details['reason'])
}
