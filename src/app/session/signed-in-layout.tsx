import { useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useStore } from 'zustand'
import { paths } from '../../lib/paths.ts'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { RetryContext } from '../../ui/feedback/retry-context.ts'
import { PageSkeleton } from '../../ui/feedback/skeletons.tsx'
import type { Section } from '../routes.tsx'
import { useRuntime } from '../runtime.ts'
import { Shell } from '../shell/shell.tsx'
import { Toasts } from '../toasts/toasts.tsx'
import { ViewerGate } from './viewer-gate.tsx'

const SignInAgainDialog = lazy(async () => ({
  default: (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog,
}))

const FirstPasswordPage = lazy(async () => ({
  default: (await import('./first-password-page.tsx')).FirstPasswordPage,
}))

/** The part of the app behind the sign-in: guard, frame and page. */
export function SignedInLayout({ sections }: { readonly sections: readonly Section[] }) {
  const store = useRuntime().session
  const session = useStore(store, (state) => state.session)
  const renewals = useStore(store, (state) => state.renewals)
  const { reset } = useQueryErrorResetBoundary()
  const queryClient = useQueryClient()
  const { pathname, search, hash } = useLocation()

  useEffect(() => {
    // Nothing of the person before may stay: not in memory, not in what a page holds.
    if (session.kind === 'replaced') window.location.reload()
  }, [session.kind])

  useEffect(() => {
    if (renewals > 0) void queryClient.invalidateQueries()
  }, [renewals, queryClient])

  const retry = useMemo(() => ({ generation: renewals, onReset: reset }), [renewals, reset])

  switch (session.kind) {
    case 'replaced':
      return null
    case 'signed-out':
      return <Navigate to={paths.signIn(`${pathname}${search}${hash}`)} replace />
    case 'signed-in':
    case 'expired':
      return (
        <RetryContext value={retry}>
          <LoadingBoundary skeleton={<PageSkeleton />} resetKey={session.signIn.userId}>
            {session.signIn.mustChangePassword ? (
              <FirstPasswordPage email={session.signIn.email} />
            ) : (
              <ViewerGate signIn={session.signIn}>
                <Shell sections={sections}>
                  <Outlet />
                </Shell>
              </ViewerGate>
            )}
          </LoadingBoundary>
          {session.kind === 'expired' && (
            <Suspense fallback={null}>
              <SignInAgainDialog email={session.signIn.email} />
            </Suspense>
          )}
          <Toasts />
        </RetryContext>
      )
  }
}
