import { Button, Group } from '@mantine/core'
import { useStore } from 'zustand'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { consentText } from '../../../ui/text/campaign-page.ts'
import { jobStepText, wizardText } from '../../../ui/text/campaign-wizard.ts'
import { channelText } from '../../../ui/text/campaigns.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { useDraft } from './draft-context.ts'
import { type Overlap, overlaps } from './draft-edits.ts'
import classes from './wizard.module.css'

/** A version of a field in the words in which the wizard shows it. */
function valueOf({ campaign, targets, matrices }: Draft, field: Overlap): string {
  switch (field) {
    case 'parts':
      return [...targets, ...matrices].map(({ name }) => name).join('\n')
    case 'audience': {
      const { datasetIds, columns, personIds } = campaign.audience
      return wizardText.audienceInWords(datasetIds.length, columns.length, personIds.length)
    }
    case 'channels':
      return campaign.channels.map((channel) => channelText[channel]).join(', ')
    case 'startsAt':
    case 'endsAt': {
      const moment = campaign[field]
      return moment === null ? '–' : formatMoment(new Date(moment))
    }
    case 'consentBasis':
      return consentText[campaign.consentBasis]
    case 'cardPolicy':
      return jobStepText.cardPolicies[campaign.cardPolicy]
    default:
      return campaign[field]
  }
}

/** Both versions of what two people changed at once; which stands, the person decides. */
export function ConflictPanel() {
  const { draft, store } = useDraft()
  const { phase, base, theirs, edits } = useStore(store)
  if (phase !== 'conflict' || base === null || theirs === null) return null
  return (
    <section className={classes['conflict']} role="alert" aria-label={wizardText.conflictTitle}>
      <h2>{wizardText.conflictTitle}</h2>
      <p>{wizardText.conflictAdvice}</p>
      {overlaps(base, theirs, edits).map((field) => (
        <div key={field} className={classes['versions']}>
          <h3>{wizardText.overlapNames[field]}</h3>
          <div>
            <span className={classes['muted']}>{wizardText.mine}</span>
            <TextBlock text={valueOf(draft, field)} />
          </div>
          <div>
            <span className={classes['muted']}>{wizardText.theirs}</span>
            <TextBlock text={valueOf(theirs, field)} />
          </div>
        </div>
      ))}
      <Group gap="sm">
        <Button onClick={() => void store.settle('mine')}>{wizardText.keepMine}</Button>
        <Button variant="default" onClick={() => void store.settle('theirs')}>
          {wizardText.takeTheirs}
        </Button>
      </Group>
    </section>
  )
}
