import { IconTarget } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { objectiveText } from '../../ui/text/conversations.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './conversations.module.css'
import { objectiveName, objectiveValue } from './objective-words.ts'
import { conversationQuery } from './queries.ts'
import { reachAnchor } from './reach-anchor.ts'
import {
  anchorOfEvidence,
  anchorOfObjective,
  objectivesOf,
  type ShownObjective,
} from './timeline.ts'

function RestsOn({ objective }: { readonly objective: ShownObjective }) {
  const { pathname, search } = useLocation()
  const { evidence, certainty } = objective.cited
  const anchor = anchorOfEvidence(objective.cited)
  if (evidence === null) return <span>{objectiveText.nothingToCite}</span>
  const parameters = new URLSearchParams(search)
  parameters.delete('part')
  return (
    <>
      <span>
        {objectiveText.restsOn[evidence.kind]},{' '}
        {certainty === 'exact' ? objectiveText.exact : objectiveText.inferred}
      </span>
      {anchor !== null && (
        <Link to={{ pathname, search: parameters.toString(), hash: anchor }}>
          {objectiveText.jump}
        </Link>
      )}
    </>
  )
}

/** What the agent found out, each answer with what it rests on. */
export function ObjectivesView({ recipientId }: { readonly recipientId: string }) {
  const { data } = useSuspenseQuery(conversationQuery(recipientId))
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') reachAnchor(hash)
  }, [hash])
  const objectives = objectivesOf(data)
  if (objectives.length === 0) {
    return (
      <EmptyState icon={IconTarget} title={objectiveText.none} advice={objectiveText.noneAdvice} />
    )
  }
  return (
    <ul className={classes['list']}>
      {objectives.map((objective) => (
        <li
          key={objective.key}
          id={anchorOfObjective(objective.key)}
          tabIndex={-1}
          className={classes['entry']}
        >
          <div className={classes['entryHead']}>
            <span className={classes['muted']}>{objectiveName(objective.key)}</span>
            {objective.at !== null && (
              <span className={classes['muted']}>
                <RelativeTime at={objective.at} />
              </span>
            )}
          </div>
          <div className={classes['strong']}>{objectiveValue(objective.value)}</div>
          <div className={`${classes['facts']} ${classes['muted']}`}>
            <RestsOn objective={objective} />
          </div>
        </li>
      ))}
    </ul>
  )
}
