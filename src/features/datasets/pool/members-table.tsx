import { Button } from '@mantine/core'
import { IconSearchOff, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { z } from 'zod'
import { MEMBER_SORTS } from '../../../data/frontend/datasets.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { parseSort, toSortText } from '../../../ui/table/sort.ts'
import { useSelection } from '../../../ui/table/use-selection.ts'
import { tableText } from '../../../ui/text/common.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { membersQuery, useRemoveMembers } from '../queries.ts'
import { MEMBER_COLUMNS } from './member-columns.tsx'

/** What a pool's page keeps in its address. */
export const poolUrl = z.object({
  search: urlText(),
  sort: z.enum(MEMBER_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).default('-created_at'),
  page: urlPage(),
})
export type PoolUrl = z.output<typeof poolUrl>

type MembersTableProps = {
  readonly datasetId: string
  readonly url: PoolUrl
  readonly onChange: (patch: Partial<PoolUrl>) => void
  /** What an empty pool offers to do. */
  readonly firstStep: ReactNode
}

/** The people of a pool; the database sorts, searches and pages them. */
export function MembersTable({ datasetId, url, onChange, firstStep }: MembersTableProps) {
  const { canWrite } = useViewer()
  const shown = useDeferredValue(url)
  const sort = parseSort(shown.sort)
  const { data } = useSuspenseQuery(
    membersQuery(datasetId, {
      search: shown.search,
      sort: MEMBER_SORTS.find((key) => key === sort.key),
      descending: sort.direction === 'descending',
      page: shown.page - 1,
    }),
  )
  const keys = useMemo(() => data.items.map(({ id }) => id), [data])
  const selection = useSelection(keys)
  const [removing, setRemoving] = useState(false)
  const remove = useRemoveMembers(datasetId)
  return (
    <>
      <DataTable
        label={memberText.title}
        columns={MEMBER_COLUMNS}
        rows={data.items}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        sort={sort}
        onSort={(next) => {
          const text = toSortText(next)
          onChange({ sort: poolUrl.shape.sort.catch('-created_at').parse(text) })
        }}
        selection={canWrite ? selection : undefined}
        bulkActions={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => {
              setRemoving(true)
            }}
          >
            {memberText.remove}
          </Button>
        }
        refreshing={shown !== url}
        paging={{
          page: shown.page,
          pageSize: PAGE_SIZE,
          total: data.total,
          onPage: (page) => {
            onChange({ page })
          },
        }}
        empty={
          shown.search === '' ? (
            <EmptyState
              icon={IconUsersGroup}
              title={memberText.emptyTitle}
              advice={memberText.emptyAdvice}
              action={firstStep}
            />
          ) : (
            <EmptyState
              icon={IconSearchOff}
              title={tableText.noMatch}
              advice={tableText.noMatchAdvice}
            />
          )
        }
      />
      <ConfirmDialog
        opened={removing}
        title={memberText.removeTitle(selection.selected.size)}
        confirmLabel={memberText.remove}
        danger
        onConfirm={async () => {
          await remove.mutateAsync([...selection.selected])
          selection.clear()
        }}
        onClose={() => {
          setRemoving(false)
        }}
      >
        {memberText.removeBody}
      </ConfirmDialog>
    </>
  )
}
