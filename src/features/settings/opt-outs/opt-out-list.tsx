import { Button } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { z } from 'zod'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { liftOptOut, OPT_OUT_REASONS, type OptOut } from '../../../data/frontend/opt-outs.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { ReasonDialog } from '../../../ui/feedback/reason-dialog.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { optOutText } from '../../../ui/text/settings.ts'
import { CopyablePhone } from '../../../ui/words/copyable-phone.tsx'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { optOutsQuery } from '../queries.ts'
import classes from '../settings.module.css'

const STATES = ['active', 'lifted'] as const
const url = z.object({
  search: urlText(),
  reason: z.enum([...OPT_OUT_REASONS, '']).default(''),
  state: z.enum([...STATES, '']).default('active'),
  page: urlPage(),
})

const FILTERS = [
  {
    key: 'reason',
    label: optOutText.reason,
    options: OPT_OUT_REASONS.map((value) => ({ value, label: optOutText.reasons[value] })),
  },
  {
    key: 'state',
    label: optOutText.state,
    options: STATES.map((value) => ({ value, label: optOutText.states[value] })),
  },
] as const

const COLUMNS: readonly Column<OptOut>[] = [
  { key: 'phone', title: optOutText.phone, cell: ({ phone }) => <CopyablePhone phone={phone} /> },
  {
    key: 'reason',
    title: optOutText.reason,
    cell: ({ reason }) => optOutText.reasons[reason],
    width: '150px',
  },
  {
    key: 'source',
    title: optOutText.source,
    cell: ({ source }) => optOutText.sources[source] ?? source,
    wideOnly: true,
  },
  {
    key: 'note',
    title: optOutText.note,
    cell: ({ note, liftedReason }) => liftedReason ?? note,
    wideOnly: true,
  },
  {
    key: 'since',
    title: optOutText.since,
    width: '120px',
    cell: ({ createdAt, liftedAt }) =>
      liftedAt === null ? (
        <RelativeTime at={createdAt} />
      ) : (
        <>
          {optOutText.lifted} <RelativeTime at={liftedAt} />
        </>
      ),
  },
]

/** What a person put on the list a person may take off, unless they asked for it themselves since. */
function mayBeLifted({ reason, said, liftedAt }: OptOut): boolean {
  return liftedAt === null && !said && (reason === 'manual' || reason === 'wrong_number')
}

function LiftDialog({
  optOut,
  onClose,
}: {
  readonly optOut: OptOut
  readonly onClose: () => void
}) {
  const client = useQueryClient()
  const phoneWords = usePhoneFormat()
  const lift = useMutation({
    mutationFn: (reason: string) => liftOptOut(frontend(), optOut.id, reason),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['opt-outs'] })
    },
    meta: { done: optOutText.liftDone },
  })
  return (
    <ReasonDialog
      title={optOutText.liftTitle(phoneWords(optOut.phone))}
      label={optOutText.liftReason}
      fault={optOutText.liftFault}
      submitLabel={optOutText.lift}
      saving={lift.isPending}
      onSubmit={(reason) => {
        lift.mutate(reason)
      }}
      onClose={onClose}
    />
  )
}

/** All opt-outs, searched by any form of a number. */
export function OptOutList() {
  const { state, setState } = useUrlState(url)
  const phoneWords = usePhoneFormat()
  const shown = useDeferredValue(state)
  const { data } = useSuspenseQuery(optOutsQuery({ ...shown, page: shown.page - 1 }))
  const [lifting, setLifting] = useState<OptOut | null>(null)
  const filtered = state.search !== '' || state.reason !== '' || state.state !== 'active'
  return (
    <>
      <div className={classes['filters']}>
        <FilterBar url={state} onChange={setState} search={optOutText.search} filters={FILTERS} />
      </div>
      <p className={classes['muted']}>{optOutText.searchAdvice}</p>
      <DataTable
        label={optOutText.title}
        columns={COLUMNS}
        rows={data.items}
        rowKey={({ id }) => id}
        rowLabel={({ phone }) => phoneWords(phone)}
        refreshing={shown !== state}
        rowActions={(optOut) =>
          mayBeLifted(optOut) ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setLifting(optOut)
              }}
            >
              {optOutText.lift}
            </Button>
          ) : null
        }
        paging={{
          page: shown.page,
          pageSize: PAGE_SIZE,
          total: data.total,
          onPage: (page) => {
            setState({ page })
          },
        }}
        empty={
          filtered ? (
            <NoMatch />
          ) : (
            <EmptyState
              icon={IconPhoneOff}
              title={optOutText.noneYet}
              advice={optOutText.noneAdvice}
            />
          )
        }
      />
      {lifting !== null && (
        <LiftDialog
          optOut={lifting}
          onClose={() => {
            setLifting(null)
          }}
        />
      )}
    </>
  )
}
