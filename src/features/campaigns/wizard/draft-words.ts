/** What stands in a draft, in the words in which the wizard shows it. */
import type { Draft, DraftMatrix, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import type { Audience, CallingHours } from '../../../data/frontend/campaigns.ts'
import { consentText, setupText } from '../../../ui/text/campaign-page.ts'
import { peopleText } from '../../../ui/text/campaign-people.ts'
import { channelsStepText, jobStepText, wizardText } from '../../../ui/text/campaign-wizard.ts'
import { channelText } from '../../../ui/text/campaigns.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { segmentAudienceText } from '../../../ui/text/segments.ts'
import type { Overlap } from './draft-edits.ts'

/** "Mon, Tue, Wed, 09:00–19:00"; the agency's hours where the campaign has none of its own. */
export function hoursWords(hours: CallingHours | null): string {
  if (hours === null) return channelsStepText.agencyHours
  const days = hours.days.map((day) => channelsStepText.days[day - 1] ?? '').join(', ')
  return `${days}, ${hours.from}–${hours.to}`
}

/** A target as one text, for comparing. */
export function targetWords({ name, goalType, description }: DraftTarget): string {
  return [`${name} (${setupText.goal[goalType]})`, description]
    .filter((line) => line !== '')
    .join('\n')
}

/** A matrix as one text, for comparing. */
export function matrixWords({ name, whatsappMessage, callScript }: DraftMatrix): string {
  return [
    name,
    whatsappMessage && `${setupText.whatsapp}: ${whatsappMessage}`,
    callScript && `${setupText.call}: ${callScript}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** What narrows an audience whatever it is made of, a line each. */
export function narrowWords(audience: Audience): readonly string[] {
  const { excludedPersonIds, filter, notContactedIn } = audience
  return [
    excludedPersonIds.length > 0 && peopleText.removing(excludedPersonIds.length),
    filter.trade !== '' && `${peopleText.trade}: ${filter.trade}`,
    filter.place !== '' && `${peopleText.place}: ${filter.place}`,
    notContactedIn.length > 0 && peopleText.contactedBefore(notContactedIn.length),
  ].filter((line) => line !== false)
}

function audienceWords(audience: Audience): string {
  const { segmentIds } = audience
  return [
    wizardText.audienceInWords(
      audience.datasetIds.length,
      audience.columns.length,
      audience.personIds.length,
    ),
    segmentIds.length > 0 && segmentAudienceText.inWords(segmentIds.length),
    ...narrowWords(audience),
  ]
    .filter((line) => line !== false)
    .join('\n')
}

/** A field's value in words. */
export function fieldWords({ campaign, targets, matrices }: Draft, field: Overlap): string {
  switch (field) {
    case 'parts':
      return [...targets, ...matrices].map(({ name }) => name).join('\n')
    case 'audience':
      return audienceWords(campaign.audience)
    case 'channels':
      return campaign.channels.map((channel) => channelText[channel]).join(', ')
    case 'callingHours':
      return hoursWords(campaign.callingHours)
    case 'startsAt':
    case 'endsAt': {
      const moment = campaign[field]
      return moment === null ? '–' : formatMoment(new Date(moment))
    }
    case 'consentBasis':
      return consentText[campaign.consentBasis]
    case 'cardPolicy':
      return jobStepText.cardPolicies[campaign.cardPolicy]
    case 'timeZone':
    case 'taskExpiryHours':
    case 'errorPercent':
      return String(campaign[field] ?? '–')
    default:
      return campaign[field]
  }
}
