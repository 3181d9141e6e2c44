import { IconRefresh } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { z } from 'zod'
import { RUNS_PAGE_SIZE, type SyncRun } from '../../data/frontend/sync-runs.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../ui/feedback/no-match.tsx'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { urlPage, urlText } from '../../ui/filter/url-state.ts'
import { useUrlState } from '../../ui/filter/use-url-state.ts'
import { SidePanel } from '../../ui/page/side-panel.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { formatNumber } from '../../ui/text/locale.ts'
import { syncText } from '../../ui/text/sync.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { runsQuery } from './queries.ts'
import classes from './sync.module.css'

const url = z.object({
  state: urlText(),
  trigger: urlText(),
  mode: urlText(),
  run: urlText(),
  page: urlPage(),
})

function toOptions(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

const { runsFilters } = syncText
const FILTERS = [
  { key: 'state', label: runsFilters.state, options: toOptions(syncText.states) },
  { key: 'trigger', label: runsFilters.trigger, options: toOptions(syncText.triggers) },
  { key: 'mode', label: runsFilters.mode, options: toOptions(syncText.modes) },
] as const

function tookWords(run: SyncRun): string {
  if (run.finishedAt === null) return '–'
  const ms = new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime()
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function number(key: string, title: string, cell: (run: SyncRun) => number): Column<SyncRun> {
  return { key, title, cell: (run) => formatNumber(cell(run)), align: 'end', wideOnly: true }
}

const { columns } = syncText
const COLUMNS: readonly Column<SyncRun>[] = [
  {
    key: 'started',
    title: columns.started,
    cell: ({ startedAt }) => <RelativeTime at={startedAt} />,
  },
  {
    key: 'trigger',
    title: columns.trigger,
    cell: ({ trigger }) => syncText.triggers[trigger] ?? trigger,
  },
  {
    key: 'mode',
    title: columns.mode,
    cell: ({ mode }) => syncText.modes[mode] ?? mode,
    wideOnly: true,
  },
  { key: 'state', title: columns.state, cell: ({ state }) => syncText.states[state] ?? state },
  { key: 'read', title: columns.read, cell: (run) => formatNumber(run.sessionsRead), align: 'end' },
  number('matched', columns.matched, (run) => run.matched),
  {
    key: 'changed',
    title: columns.changed,
    cell: (run) => formatNumber(run.statusesChanged),
    align: 'end',
  },
  number('requests', columns.requests, (run) => run.requests),
  { key: 'duration', title: columns.duration, cell: tookWords, align: 'end', wideOnly: true },
]

/** One run in full. */
function RunPanel({ run, onClose }: { readonly run: SyncRun; readonly onClose: () => void }) {
  const facts: readonly (readonly [string, string])[] = [
    [columns.trigger, syncText.triggers[run.trigger] ?? run.trigger],
    [columns.mode, syncText.modes[run.mode] ?? run.mode],
    [columns.state, syncText.states[run.state] ?? run.state],
    [columns.duration, tookWords(run)],
    [columns.requests, formatNumber(run.requests)],
    [syncText.runPages, formatNumber(run.pages)],
    [columns.read, formatNumber(run.sessionsRead)],
    [columns.matched, formatNumber(run.matched)],
    [syncText.runUnmatched, formatNumber(run.unmatched)],
    [columns.changed, formatNumber(run.statusesChanged)],
    [syncText.runCards, formatNumber(run.cardsChanged)],
    [syncText.runMessages, formatNumber(run.messagesWritten)],
    [syncText.runCalls, formatNumber(run.callsWritten)],
    [columns.aside, formatNumber(run.setAside)],
    ...(run.errorCode === null ? [] : [[syncText.runFault, run.errorCode] as const]),
  ]
  return (
    <SidePanel
      title={syncText.runDetails}
      head={<RelativeTime at={run.startedAt} />}
      onClose={onClose}
    >
      <dl className={classes['health']}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SidePanel>
  )
}

/** The ticks that brought something over, with filters in the address; a run opens beside them. */
export function RunsList() {
  const { state, setState, hrefWith } = useUrlState(url)
  const shown = useDeferredValue(state)
  const { data } = useSuspenseQuery(
    runsQuery({
      state: shown.state,
      trigger: shown.trigger,
      mode: shown.mode,
      page: shown.page - 1,
    }),
  )
  const open = data.items.find(({ id }) => id === state.run)
  const filtered = FILTERS.some(({ key }) => state[key] !== '')
  return (
    <>
      <FilterBar url={state} onChange={setState} filters={FILTERS} />
      <DataTable
        label={syncText.runs}
        columns={COLUMNS}
        rows={data.items}
        rowKey={({ id }) => id}
        rowLabel={({ trigger }) => syncText.triggers[trigger] ?? trigger}
        rowHref={({ id }) => hrefWith({ run: id, page: state.page })}
        openKey={state.run === '' ? null : state.run}
        refreshing={shown !== state}
        paging={{
          page: shown.page,
          pageSize: RUNS_PAGE_SIZE,
          total: data.total,
          onPage: (page) => {
            setState({ page })
          },
        }}
        empty={
          filtered ? (
            <NoMatch />
          ) : (
            <EmptyState icon={IconRefresh} title={syncText.noRuns} advice={syncText.noRunsAdvice} />
          )
        }
      />
      {open !== undefined && (
        <RunPanel
          key={open.id}
          run={open}
          onClose={() => {
            setState({ run: '', page: state.page })
          }}
        />
      )}
    </>
  )
}
