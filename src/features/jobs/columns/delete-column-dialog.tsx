import { Select, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { undoBoardChange } from '../../../data/frontend/board-changes.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { deleteColumn } from '../../../data/frontend/columns.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { deleteColumnText } from '../../../ui/text/board-columns.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'

type DeleteColumnDialogProps = {
  readonly column: BoardColumn
  readonly columns: readonly BoardColumn[]
  readonly count: number
  readonly onClose: () => void
}

/** Where a column's cards go when it is deleted: to its left, unless told otherwise. */
export function DeleteColumnDialog(props: DeleteColumnDialogProps) {
  const { columns, count, onClose } = props
  const [column, setColumn] = useState(props.column)
  const at = columns.findIndex(({ key }) => key === column.key)
  const others = columns.filter(({ key }) => key !== column.key)
  const [to, setTo] = useState((columns[at - 1] ?? others[0])?.key ?? '')
  const [changeId] = useState(() => crypto.randomUUID())
  const client = useQueryClient()
  const { jobId, name } = column

  const refresh = async () => {
    const stale = [queryKeys.columns(jobId), queryKeys.cards(jobId), queryKeys.job(jobId)]
    await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const undo = useMutation({
    mutationFn: () => undoBoardChange(frontend(), changeId),
    onSuccess: refresh,
    meta: { failed: bulkText.undoFailed },
  })
  const remove = useMutation({
    mutationFn: async (): Promise<number | BoardColumn> => {
      try {
        return await deleteColumn(frontend(), changeId, column, to)
      } catch (error) {
        if (!isAppError(error, 'conflict')) throw error
        return error.current as BoardColumn
      }
    },
    onSuccess: async (outcome) => {
      await refresh()
      if (typeof outcome !== 'number') {
        setColumn(outcome)
        return
      }
      offerUndo({
        message: deleteColumnText.done(name, outcome),
        undo: async () => {
          await undo.mutateAsync().catch(() => undefined)
        },
      })
      onClose()
    },
    meta: { failed: deleteColumnText.failed },
  })

  return (
    <FormDialog
      title={deleteColumnText.title(name)}
      submitLabel={deleteColumnText.confirm}
      danger
      saving={remove.isPending}
      disabled={to === ''}
      onClose={onClose}
      onSubmit={() => {
        remove.mutate()
      }}
    >
      <Stack gap="md">
        {column !== props.column && (
          <Notice tone="amber" icon={IconUsers} title={deleteColumnText.conflict(name)} />
        )}
        <Text>{count === 0 ? deleteColumnText.empty : deleteColumnText.cards(count)}</Text>
        {count > 0 && (
          <Select
            label={deleteColumnText.to}
            data={others.map((other) => ({ value: other.key, label: other.name }))}
            value={to}
            allowDeselect={false}
            data-autofocus
            onChange={(value) => {
              if (value !== null) setTo(value)
            }}
          />
        )}
      </Stack>
    </FormDialog>
  )
}
