import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { KeptMark } from '../../ui/offline/kept-marks.ts'
import { useRuntime } from '../runtime.ts'

/** What waits to be sent, as the pages mark it. */
export function useKeptWrites(): readonly KeptMark[] {
  const writes = useStore(useRuntime().offline.outbox, (state) => state.writes)
  return useMemo(
    () =>
      writes.map(({ id, subjectId, change, writtenAt, refusal }) => ({
        id,
        subjectId,
        text: 'text' in change ? change.text : undefined,
        writtenAt,
        refused: refusal !== null,
      })),
    [writes],
  )
}
