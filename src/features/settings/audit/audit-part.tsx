import { Button, Select, TextInput } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { z } from 'zod'
import type { AuditEntry } from '../../../data/frontend/audit-log.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { colleaguesQuery } from '../../../data/frontend/shared-queries.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { saveFile } from '../../../ui/file/save-file.ts'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { auditText } from '../../../ui/text/settings.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { ForAdmins, PartHead } from '../part-head.tsx'
import { auditQuery } from '../queries.ts'
import classes from '../settings.module.css'
import { ACTIONS, actionWords, detailWords } from './action-words.ts'
import { exportAudit } from './export-audit.ts'

const url = z.object({
  actorId: z.union([z.uuid(), z.literal('')]).default(''),
  action: urlText(),
  entityType: urlText(),
  from: z.union([z.iso.date(), z.literal('')]).default(''),
  to: z.union([z.iso.date(), z.literal('')]).default(''),
  page: urlPage(),
})

function Log() {
  const { state, setState } = useUrlState(url)
  const shown = useDeferredValue(state)
  const { data } = useSuspenseQuery(auditQuery({ ...shown, page: shown.page - 1 }))
  const { data: colleagues = [] } = useQuery(colleaguesQuery())
  const nameOf = (id: string | null): string =>
    id === null ? auditText.rollcall : (colleagues.find((each) => each.id === id)?.name ?? id)
  const save = useMutation({
    mutationFn: async () => {
      saveFile('audit-log.csv', await exportAudit(shown, nameOf))
    },
    meta: { done: auditText.export },
  })
  const { actorId, action, entityType, from, to } = state
  const isNarrowed = [actorId, action, entityType, from, to].some((text) => text !== '')
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'at', title: auditText.when, cell: ({ at }) => <RelativeTime at={at} /> },
    { key: 'who', title: auditText.who, cell: ({ actorId }) => nameOf(actorId) },
    { key: 'action', title: auditText.action, cell: ({ action }) => actionWords(action) },
    {
      key: 'details',
      title: auditText.details,
      cell: ({ details }) => detailWords(details),
      wideOnly: true,
    },
  ]
  return (
    <>
      <div className={classes['filters']}>
        <Select
          label={auditText.who}
          placeholder={auditText.anybody}
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={state.actorId || null}
          clearable
          searchable
          onChange={(actorId) => {
            setState({ actorId: actorId ?? '' })
          }}
        />
        <Select
          label={auditText.action}
          placeholder={auditText.anyAction}
          data={ACTIONS.map((value) => ({ value, label: actionWords(value) }))}
          value={state.action || null}
          clearable
          searchable
          onChange={(action) => {
            setState({ action: action ?? '' })
          }}
        />
        {(['from', 'to'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={auditText[field]}
            value={state[field]}
            onChange={(event) => {
              setState({ [field]: event.currentTarget.value })
            }}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => {
            save.mutate()
          }}
        >
          {auditText.export}
        </Button>
      </div>
      <DataTable
        label={auditText.title}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => String(id)}
        rowLabel={({ action }) => actionWords(action)}
        refreshing={shown !== state}
        paging={{
          page: shown.page,
          pageSize: PAGE_SIZE,
          total: data.total,
          onPage: (page) => {
            setState({ page })
          },
        }}
        empty={
          isNarrowed ? (
            <NoMatch />
          ) : (
            <EmptyState icon={IconHistory} title={auditText.none} advice={auditText.noneAdvice} />
          )
        }
      />
    </>
  )
}

/** Who did what. */
export function AuditPart() {
  return (
    <ForAdmins>
      <PartHead title={auditText.title} advice={auditText.advice} />
      <Log />
    </ForAdmins>
  )
}
