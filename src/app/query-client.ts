import {
  MutationCache,
  onlineManager,
  QueryCache,
  QueryClient,
  type QueryPersister,
} from '@tanstack/react-query'
import { isAppError } from '../lib/app-error.ts'
import { outboxText } from '../ui/text/offline.ts'
import { describeError } from '../ui/text/errors.ts'
import type { Toast } from './toasts/toast-store.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Said when it worked: "Note saved". */
      readonly done?: string
      /** Said when it failed, before why: "The note was not saved". */
      readonly failed?: string
      /** True where the caller shows the failure itself, at the field it belongs to. */
      readonly quiet?: boolean
    }
  }
}

const MOST_RETRIES = 2
const FIRST_DELAY_MS = 500
/** Rows are asked for again on return to them only after this; the change feed brings the rest. */
const FRESH_MS = 10_000

type QueryClientOptions = {
  /** A request found the sign-in invalid. */
  readonly onUnauthenticated: () => void
  readonly say: (toast: Omit<Toast, 'id'>) => void
  /** Keeps copies of what was read, for when there is no network. */
  readonly persister?: QueryPersister | undefined
}

/**
 * Whether a failed read is asked again: only where that can help, and not for ever. Without a network a repeat would
 * wait for one, and the page with it, instead of saying so.
 */
export function shouldRetry(failures: number, error: unknown): boolean {
  return isAppError(error) && error.retryable && failures < MOST_RETRIES && onlineManager.isOnline()
}

/** How long to wait before that, in ms; the other side's own wish counts first. */
export function retryDelayMs(failures: number, error: unknown): number {
  const asked = isAppError(error) ? error.retryAfterSeconds : undefined
  return asked === undefined ? FIRST_DELAY_MS * 2 ** failures : asked * 1_000
}

/**
 * The cache of every row. A query that has nothing to show throws to the boundary around it; one
 * that has keeps showing it. What a mutation says, it says here, by its `meta`.
 */
export function createQueryClient(options: QueryClientOptions): QueryClient {
  const { onUnauthenticated, say, persister } = options
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isAppError(error, 'unauthenticated')) onUnauthenticated()
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (isAppError(error, 'unauthenticated')) onUnauthenticated()
        if (mutation.meta?.quiet === true) return
        const { title, advice } = describeError(error)
        const { failed } = mutation.meta ?? {}
        if (failed === undefined) say({ tone: 'failed', title, advice })
        else say({ tone: 'failed', title: failed, advice: `${title}. ${advice}` })
      },
      onSuccess: (data, _variables, _result, mutation) => {
        const { done } = mutation.meta ?? {}
        if (data === 'kept')
          say({ tone: 'done', title: outboxText.kept, advice: outboxText.keptAdvice })
        else if (done !== undefined) say({ tone: 'done', title: done })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: shouldRetry,
        retryDelay: retryDelayMs,
        networkMode: 'offlineFirst',
        ...(persister === undefined ? {} : { persister }),
        throwOnError: (_error, query) => query.state.data === undefined,
      },
      // A write is never repeated or put off by the cache: what happened to it is always said.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
