import { IconUsersGroup } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { type Dataset, MEMBER_SORTS } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { parseSort, toSortText } from '../../../ui/table/sort.ts'
import { VirtualTable } from '../../../ui/table/virtual-table.tsx'
import { memberText } from '../../../ui/text/datasets.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { type MemberAct, MemberActDialog, MemberActs } from './member-acts.tsx'
import { MEMBER_COLUMNS } from './member-columns.tsx'
import { type PoolUrl, poolUrl } from './pool-url.ts'
import { useMemberPages } from './use-member-pages.ts'
import { useMemberSelection } from './use-member-selection.ts'

type MembersTableProps = {
  readonly pool: Dataset
  readonly url: PoolUrl
  readonly onChange: (patch: Partial<PoolUrl>) => void
  /** Says what was done to many. */
  readonly onSaid: (message: string) => void
  /** What an empty pool offers to do. */
  readonly firstStep: ReactNode
}

/** The people of a pool in one list; the database sorts and searches, and gives what is seen. */
export function MembersTable({ pool, url, onChange, onSaid, firstStep }: MembersTableProps) {
  const { canWrite } = useViewer()
  const shown = useDeferredValue(url)
  const sort = parseSort(shown.sort)
  const { search } = shown
  const { total, loaded, memberAt, onRange } = useMemberPages(pool.id, {
    search,
    sort: MEMBER_SORTS.find((key) => key === sort.key),
    descending: sort.direction === 'descending',
  })
  const selection = useMemberSelection({ datasetId: pool.id, search, total, loaded })
  const [act, setAct] = useState<MemberAct | null>(null)
  return (
    <>
      <VirtualTable
        key={`${search} ${shown.sort}`}
        label={memberText.title}
        columns={MEMBER_COLUMNS}
        total={total}
        rowAt={memberAt}
        onRange={onRange}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowHref={({ personId }) => (personId === null ? undefined : paths.person(personId))}
        sort={sort}
        onSort={(next) => {
          const text = toSortText(next)
          onChange({ sort: poolUrl.shape.sort.catch('-created_at').parse(text) })
        }}
        selection={canWrite ? selection : undefined}
        bulkActions={<MemberActs removable={!selection.everyone} onAct={setAct} />}
        refreshing={shown !== url}
        empty={
          search === '' ? (
            <EmptyState
              icon={IconUsersGroup}
              title={memberText.emptyTitle}
              advice={memberText.emptyAdvice}
              action={firstStep}
            />
          ) : (
            <NoMatch />
          )
        }
      />
      <MemberActDialog
        act={act}
        chosen={selection.chosen}
        count={selection.count}
        officeId={pool.officeId}
        onDone={(message) => {
          setAct(null)
          selection.clear()
          if (message !== undefined) onSaid(message)
        }}
        onClose={() => {
          setAct(null)
        }}
      />
    </>
  )
}
