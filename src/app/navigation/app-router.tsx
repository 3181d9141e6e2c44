import { type ReactNode, useSyncExternalStore } from 'react'
import { Router } from 'react-router'
import { LeaveGuardContext } from '../../ui/feedback/leave-guard.ts'
import type { AppHistory } from './app-history.ts'

type AppRouterProps = { readonly history: AppHistory; readonly children: ReactNode }

/**
 * Tells React Router where one is. A move shows at once, not as a transition: what was pressed
 * answers before its data has come.
 */
export function AppRouter({ history, children }: AppRouterProps) {
  const { location, action } = useSyncExternalStore(history.subscribe, history.snapshot)
  return (
    <LeaveGuardContext value={history.guard}>
      <Router
        location={location}
        navigationType={action}
        navigator={history.navigator}
        useTransitions={false}
      >
        {children}
      </Router>
    </LeaveGuardContext>
  )
}
