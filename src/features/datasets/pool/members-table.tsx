import { Button } from '@mantine/core'
import {
  IconArrowsExchange,
  IconSpeakerphone,
  IconTag,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { type Dataset, MEMBER_SORTS } from '../../../data/frontend/datasets.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import type { Icon } from '../../../ui/status/status-look.ts'
import { parseSort, toSortText } from '../../../ui/table/sort.ts'
import { useSelection } from '../../../ui/table/use-selection.ts'
import { VirtualTable } from '../../../ui/table/virtual-table.tsx'
import { memberText } from '../../../ui/text/datasets.ts'
import { bulkText } from '../../../ui/text/pools.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useRemoveMembers } from '../queries.ts'
import type { BulkDialogProps } from './bulk-dialogs.tsx'
import { MEMBER_COLUMNS } from './member-columns.tsx'
import { type PoolUrl, poolUrl } from './pool-url.ts'
import { useMemberPages } from './use-member-pages.ts'

const loadDialogs = () => import('./bulk-dialogs.tsx')
const DIALOGS = {
  tag: lazy(async () => ({ default: (await loadDialogs()).TagDialog })),
  copy: lazy(async () => ({ default: (await loadDialogs()).CopyDialog })),
  campaign: lazy(async () => ({ default: (await loadDialogs()).CampaignDialog })),
} as const
type DialogName = keyof typeof DIALOGS

type BulkButtonProps = {
  readonly icon: Icon
  readonly label: string
  readonly onClick: () => void
}

function BulkButton({ icon: BulkIcon, label, onClick }: BulkButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<BulkIcon size={14} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

function BulkDialog({ name, ...props }: BulkDialogProps & { readonly name: DialogName }) {
  const Dialog = DIALOGS[name]
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  )
}

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
  const keys = useMemo(() => loaded.map(({ id }) => id), [loaded])
  const selection = useSelection(keys)
  const [everyone, setEveryone] = useState(false)
  const [asked, setAsked] = useState<DialogName | 'remove' | null>(null)
  const remove = useRemoveMembers(pool.id)
  const count = everyone ? total : selection.selected.size
  const chosen = {
    datasetId: pool.id,
    memberIds: everyone ? null : [...selection.selected],
    search: everyone ? search : '',
  }
  const clear = () => {
    setEveryone(false)
    selection.clear()
  }
  const close = () => {
    setAsked(null)
  }
  const ask = (name: DialogName | 'remove') => () => {
    setAsked(name)
  }
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
        selection={
          canWrite
            ? {
                has: (key) => everyone || selection.selected.has(key),
                count,
                state: everyone ? 'all' : count > 0 ? 'some' : 'none',
                toggle: (key, range) => {
                  setEveryone(false)
                  selection.toggle(key, range)
                },
                toggleAll: () => {
                  selection.clear()
                  setEveryone(!everyone)
                },
                clear,
              }
            : undefined
        }
        bulkActions={
          <>
            <BulkButton icon={IconTag} label={bulkText.tag} onClick={ask('tag')} />
            <BulkButton icon={IconArrowsExchange} label={bulkText.copy} onClick={ask('copy')} />
            <BulkButton
              icon={IconSpeakerphone}
              label={bulkText.campaign}
              onClick={ask('campaign')}
            />
            {!everyone && (
              <BulkButton icon={IconTrash} label={memberText.remove} onClick={ask('remove')} />
            )}
          </>
        }
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
      {asked !== null && asked !== 'remove' && (
        <BulkDialog
          name={asked}
          chosen={chosen}
          count={count}
          officeId={pool.officeId}
          onDone={(message) => {
            close()
            clear()
            if (message !== undefined) onSaid(message)
          }}
          onClose={close}
        />
      )}
      <ConfirmDialog
        opened={asked === 'remove'}
        title={memberText.removeTitle(selection.selected.size)}
        confirmLabel={memberText.remove}
        danger
        onConfirm={async () => {
          await remove.mutateAsync([...selection.selected])
          clear()
        }}
        onClose={close}
      >
        {memberText.removeBody}
      </ConfirmDialog>
    </>
  )
}
