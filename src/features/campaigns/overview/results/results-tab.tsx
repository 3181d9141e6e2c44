import { IconListCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { resultsText } from '../../../../ui/text/campaign-results.ts'
import { campaignResultsQuery } from '../../queries.ts'
import classes from '../overview.module.css'
import { ObjectiveCard } from './objective-card.tsx'

/** What was found out, objective by objective. */
export function ResultsTab({ campaignId }: { readonly campaignId: string }) {
  const { data } = useSuspenseQuery(campaignResultsQuery(campaignId))
  const { reached, objectives } = data
  if (objectives.length === 0) {
    return (
      <EmptyState
        icon={IconListCheck}
        title={resultsText.emptyTitle}
        advice={resultsText.noObjectives}
      />
    )
  }
  return (
    <div className={classes['section']}>
      <p className={classes['note']}>
        {reached === 0 ? resultsText.emptyAdvice : resultsText.note(reached)}
      </p>
      <ul className={`${classes['parts']} ${classes['figures']}`}>
        {objectives.map((objective) => (
          <ObjectiveCard
            key={objective.key}
            campaignId={campaignId}
            objective={objective}
            reached={reached}
          />
        ))}
      </ul>
    </div>
  )
}
