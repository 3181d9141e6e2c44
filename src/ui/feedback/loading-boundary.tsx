import { type ReactNode, Suspense, useContext } from 'react'
import { ErrorBoundary } from './error-boundary.tsx'
import { useHasNetwork } from '../offline/online-context.ts'
import { RetryContext } from './retry-context.ts'

type LoadingBoundaryProps = {
  /** The final shape, empty: one of `skeletons.tsx`. */
  readonly skeleton: ReactNode
  /** The id of what is shown; another one forgets an earlier failure. */
  readonly resetKey?: string | undefined
  readonly children: ReactNode
}

/**
 * Stands around whatever waits for data (`useSuspenseQuery`, lazy parts): the skeleton while it
 * comes, the error and a way to ask again when it fails, which the return of the network does too.
 * A failure inside leaves the rest of the page working.
 */
export function LoadingBoundary({ skeleton, resetKey = '', children }: LoadingBoundaryProps) {
  const { generation, onReset } = useContext(RetryContext)
  const hasNetwork = useHasNetwork()
  return (
    <ErrorBoundary onReset={onReset} resetKey={`${generation}:${hasNetwork}:${resetKey}`}>
      <Suspense fallback={skeleton}>{children}</Suspense>
    </ErrorBoundary>
  )
}
