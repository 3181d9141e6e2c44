import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { paths } from '../../../lib/paths.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { diffText } from '../../../ui/text/campaign-people.ts'
import { setupText } from '../../../ui/text/campaign-page.ts'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { draftQuery } from '../queries.ts'
import classes from './diff.module.css'
import { diffDrafts, type DraftChange } from './draft-diff.ts'

const GROUPS = { target: setupText.targets, matrix: setupText.matrices } as const

function nameOf({ of, name }: DraftChange): string {
  if (of !== 'field') return `${GROUPS[of]}: ${name}`
  const names: Readonly<Record<string, string>> = wizardText.overlapNames
  return names[name] ?? name
}

function Change({ change }: { readonly change: DraftChange }) {
  return (
    <li className={classes['change']}>
      <h3>
        {nameOf(change)} <span className={classes['kind']}>{diffText.kinds[change.kind]}</span>
      </h3>
      {change.kind !== 'added' && (
        <del className={classes['before']} aria-label={diffText.before}>
          <TextBlock text={change.before === '' ? diffText.empty : change.before} />
        </del>
      )}
      {change.kind !== 'removed' && (
        <ins className={classes['now']} aria-label={diffText.now}>
          <TextBlock text={change.now === '' ? diffText.empty : change.now} />
        </ins>
      )}
    </li>
  )
}

/** What a campaign says differently from the one it was copied from; nothing for an original. */
export function ChangesSinceCopy({ draft }: { readonly draft: Draft }) {
  const { copiedFrom } = draft.campaign
  const earlier = useQuery({
    ...draftQuery(copiedFrom ?? ''),
    enabled: copiedFrom !== null,
    throwOnError: false,
  })
  if (copiedFrom === null) return null
  const changes = earlier.data && diffDrafts(earlier.data, draft)
  return (
    <section className={classes['frame']} aria-label={diffText.title}>
      <h2>{diffText.title}</h2>
      {earlier.isError && <p>{diffText.gone}</p>}
      {earlier.isPending && <SkeletonLine width="60%" />}
      {earlier.data !== undefined && (
        <p className={classes['since']}>
          {diffText.since}{' '}
          <Link to={paths.campaign(copiedFrom, { tab: 'setup' })}>
            {earlier.data.campaign.name}
          </Link>
        </p>
      )}
      {changes?.length === 0 && <p>{diffText.nothing}</p>}
      <ul className={classes['changes']}>
        {changes?.map((change) => (
          <Change key={`${change.of} ${change.key}`} change={change} />
        ))}
      </ul>
    </section>
  )
}
