import { IconEraser } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Erasures } from '../../data/frontend/agency-settings.ts'
import { colleaguesQuery } from '../../data/frontend/shared-queries.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { formatNumber } from '../../ui/text/locale.ts'
import { erasureText } from '../../ui/text/settings.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { ForAdmins, PartHead } from './part-head.tsx'
import { erasuresQuery } from './queries.ts'
import classes from './settings.module.css'

type Item = Erasures['items'][number]

function ErasureLog() {
  const { data: erasures } = useSuspenseQuery(erasuresQuery)
  const { data: colleagues = [] } = useQuery(colleaguesQuery())
  const columns: readonly Column<Item>[] = [
    { key: 'kind', title: erasureText.kind, cell: ({ kind }) => erasureText.kinds[kind] },
    {
      key: 'requested',
      title: erasureText.requested,
      cell: ({ requestedAt }) => <RelativeTime at={requestedAt} />,
    },
    {
      key: 'by',
      title: erasureText.by,
      cell: ({ requestedBy }) =>
        colleagues.find(({ id }) => id === requestedBy)?.name ?? erasureText.retention,
      wideOnly: true,
    },
    {
      key: 'state',
      title: erasureText.state,
      cell: ({ finishedAt }) =>
        finishedAt === null ? (
          erasureText.pending
        ) : (
          <>
            {erasureText.done} <RelativeTime at={finishedAt} />
          </>
        ),
    },
  ]
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{erasureText.pending}</dt>
        <dd>
          {formatNumber(erasures.pending)}
          {erasures.oldestPendingAt !== null && (
            <>
              {' · '}
              {erasureText.oldest} <RelativeTime at={erasures.oldestPendingAt} />
            </>
          )}
        </dd>
        <dt>{erasureText.done}</dt>
        <dd>{formatNumber(erasures.done)}</dd>
        <dt>{erasureText.waiting}</dt>
        <dd>
          {formatNumber(erasures.waitingCommands)}
          {erasures.failing.map(({ code, count }) => (
            <span key={code}> · {erasureText.failing(count, code)}</span>
          ))}
        </dd>
      </dl>
      <DataTable
        label={erasureText.title}
        columns={columns}
        rows={erasures.items}
        rowKey={({ id }) => id}
        rowLabel={({ kind }) => erasureText.kinds[kind]}
        empty={
          <EmptyState icon={IconEraser} title={erasureText.none} advice={erasureText.noneAdvice} />
        }
      />
    </>
  )
}

/** What is being erased, and what is done. */
export function ErasuresPart() {
  return (
    <ForAdmins>
      <PartHead title={erasureText.title} advice={erasureText.advice} />
      <ErasureLog />
    </ForAdmins>
  )
}
