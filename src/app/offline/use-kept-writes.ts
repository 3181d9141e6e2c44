import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { KeptChange } from '../../domain/offline/kept-write.ts'
import type { KeptEdit, KeptMark } from '../../ui/offline/kept-marks.ts'
import { useRuntime } from '../runtime.ts'

/** What a change makes of its card; undefined where it is about none. */
function toEdit(change: KeptChange): KeptEdit | undefined {
  if (change.kind === 'card-change') return change.set
  if (change.kind !== 'card-move') return undefined
  const { to: status, position, reason } = change
  return { status, position, reason }
}

/** What waits to be sent, as the pages mark it. */
export function useKeptWrites(): readonly KeptMark[] {
  const writes = useStore(useRuntime().offline.outbox, (state) => state.writes)
  return useMemo(
    () =>
      writes.map(({ id, subjectId, change, writtenAt, refusal }) => ({
        id,
        subjectId,
        text: 'text' in change ? change.text : undefined,
        edit: toEdit(change),
        writtenAt,
        refused: refusal !== null,
      })),
    [writes],
  )
}
