import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { outboxText } from '../../ui/text/offline.ts'
import { useRuntime } from '../runtime.ts'
import { useOnline } from '../shell/use-online.ts'
import { raiseToast } from '../toasts/toast-store.ts'

/** A network that comes and goes without the browser noticing is tried again so often. */
const AGAIN_MS = 30_000

/** Sends what waits on this device: at the start, when the network is back, and now and then. */
export function KeepSending() {
  const client = useQueryClient()
  const { session, offline } = useRuntime()
  const { outbox, copies } = offline
  const online = useOnline()
  const renewals = useStore(session, (state) => state.renewals)
  const waiting = useStore(outbox, ({ writes }) => writes.some(({ refusal }) => refusal === null))

  const send = useCallback(async () => {
    const refusals = () => outbox.getState().writes.filter(({ refusal }) => refusal !== null).length
    const refusedBefore = refusals()
    const sent = await outbox.flush()
    if (sent > 0) {
      await client.invalidateQueries()
      raiseToast({ tone: 'done', title: outboxText.sent(sent) })
    }
    if (refusals() > refusedBefore) {
      const { notSent: title, notSentAdvice: advice } = outboxText
      raiseToast({ tone: 'failed', title, advice })
    }
  }, [client, outbox])

  useEffect(() => {
    void outbox.load().catch(() => undefined)
    void copies.prune()
  }, [outbox, copies])

  useEffect(() => {
    if (!online || !waiting) return undefined
    const attempt = () => {
      void send().catch(() => undefined)
    }
    attempt()
    const timer = setInterval(attempt, AGAIN_MS)
    return () => {
      clearInterval(timer)
    }
  }, [online, waiting, renewals, send])
  return null
}
