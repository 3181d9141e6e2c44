import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AudienceSource } from '../../../data/audience-source.ts'
import { segmentsQuery } from '../../../data/frontend/shared-queries.ts'
import { reviewStepText } from '../../../ui/text/campaign-wizard.ts'
import { segmentAudienceText } from '../../../ui/text/segments.ts'
import classes from './wizard.module.css'

type AudienceSourcesProps = {
  readonly sources: readonly AudienceSource[]
  /** More lines: what narrows them all. */
  readonly children?: ReactNode
}

/** Where the audience comes from: how many of each part, and how many of them will be contacted. */
export function AudienceSources({ sources, children }: AudienceSourcesProps) {
  const segments = useQuery(segmentsQuery()).data ?? []
  if (sources.length === 0) return null
  const nameOf = ({ source, name }: AudienceSource): string =>
    source.kind === 'segment'
      ? (segments.find(({ id }) => id === source.id)?.name ?? segmentAudienceText.colleagues)
      : name
  return (
    <section className={classes['section']} aria-label={reviewStepText.sources}>
      <h2>{reviewStepText.sources}</h2>
      <ul className={classes['choices']}>
        {sources.map((part) => {
          const kind = reviewStepText.sourceKinds[part.source.kind]
          const name = nameOf(part)
          return (
            <li key={JSON.stringify(part.source)} className={classes['choice']}>
              <span>{name === '' ? kind : `${kind}: ${name}`}</span>
              <span className={classes['count']}>
                {reviewStepText.source(part.ready, part.planned)}
              </span>
            </li>
          )
        })}
        {children}
      </ul>
      <p className={classes['muted']}>{reviewStepText.sourcesNote}</p>
    </section>
  )
}
