import { Button, Select } from '@mantine/core'
import { IconRobot, IconUser } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Card } from '../../data/frontend/cards.ts'
import { columnsQuery } from '../../data/frontend/shared-queries.ts'
import { toStatusLook } from '../../ui/status/status-look.ts'
import { StatusBadge } from '../../ui/status/status-badge.tsx'
import { traceText } from '../../ui/text/conversations.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import classes from './conversations.module.css'
import { useCardDecision } from './queries.ts'
import { WhyLine } from './why-line.tsx'

/** A card's status: what it is and why, a way to set it, and what the agent suggests instead. */
export function StatusBar({ card }: { readonly card: Card }) {
  const { canWrite } = useViewer()
  const { data: columns } = useSuspenseQuery(columnsQuery(card.jobId))
  const decide = useCardDecision(card)
  const nameOf = (status: string) =>
    columns.find((column) => column.key === status)?.name ?? toStatusLook(status).label
  const byPerson = card.statusSetBy === 'person'
  const Source = byPerson ? IconUser : IconRobot
  return (
    <>
      <div className={classes['facts']}>
        {canWrite ? (
          <Select
            aria-label={traceText.setStatus}
            size="xs"
            w={170}
            allowDeselect={false}
            disabled={decide.isPending}
            data={columns.map((column) => ({ value: column.key, label: column.name }))}
            value={card.status}
            onChange={(status) => {
              if (status !== null && status !== card.status)
                decide.mutate({ status, column: nameOf(status) })
            }}
          />
        ) : (
          <StatusBadge status={card.status} custom={{ label: nameOf(card.status) }} />
        )}
        <span className={classes['muted']}>
          <Source size={14} aria-hidden />{' '}
          {byPerson ? traceText.setByPerson : traceText.setByAutomation}{' '}
          {!byPerson && <WhyLine trace={card.statusTrace} />}
        </span>
        {byPerson && canWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={decide.isPending}
            onClick={() => {
              decide.mutate('resume')
            }}
          >
            {traceText.resume}
          </Button>
        )}
      </div>
      {card.suggestedStatus !== null && (
        <div className={classes['suggestion']}>
          <span>
            {traceText.suggests} <strong>{nameOf(card.suggestedStatus)}</strong>{' '}
            <WhyLine trace={card.statusTrace} />
          </span>
          {canWrite && (
            <>
              <Button
                size="compact-sm"
                disabled={decide.isPending}
                onClick={() => {
                  decide.mutate('accept')
                }}
              >
                {traceText.accept}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={decide.isPending}
                onClick={() => {
                  decide.mutate('dismiss')
                }}
              >
                {traceText.dismiss}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}
