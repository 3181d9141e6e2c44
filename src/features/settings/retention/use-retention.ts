import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  confirmRetention,
  DEFAULT_RETENTION,
  previewRetention,
  type RetentionPeriods,
  type RetentionPreview,
  turnOffRetention,
} from '../../../data/frontend/retention.ts'
import { retentionText } from '../../../ui/text/settings.ts'
import { retentionQuery } from '../queries.ts'

/** The periods as they are entered, what they would delete, and the way to confirm that. */
export function useRetention() {
  const client = useQueryClient()
  const { data: present } = useSuspenseQuery(retentionQuery)
  const kept = present ?? DEFAULT_RETENTION
  const [periods, setPeriods] = useState<RetentionPeriods>(kept)
  const [seen, setSeen] = useState<RetentionPreview | null>(null)
  const [changed, setChanged] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: retentionQuery.queryKey })
  const preview = useMutation({
    mutationFn: () => previewRetention(frontend(), periods),
    onSuccess: (answer) => {
      setSeen(answer)
      setChanged(false)
    },
  })
  const confirm = useMutation({
    mutationFn: async (looked: RetentionPreview) => {
      const answer = await confirmRetention(frontend(), periods, looked)
      setChanged(answer.result === 'changed')
      setSeen(answer.result === 'changed' ? answer.preview : null)
    },
    onSuccess: refresh,
  })
  const turnOff = useMutation({
    mutationFn: () => turnOffRetention(frontend()),
    onSuccess: refresh,
    meta: { done: retentionText.turnedOff },
  })
  return {
    present,
    periods,
    dirty:
      periods.conversationMonths !== kept.conversationMonths ||
      periods.inactiveMonths !== kept.inactiveMonths,
    /** Other periods than those looked at: what was seen doesn't hold for them. */
    change: (next: RetentionPeriods) => {
      setPeriods(next)
      setSeen(null)
    },
    /** What would go, once it was asked for. */
    seen,
    /** What would go is not what was looked at any more. */
    changed,
    preview,
    confirm,
    turnOff,
  }
}
