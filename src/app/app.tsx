import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorBoundary } from '../ui/feedback/error-boundary.tsx'
import { theme } from '../ui/theme/theme.ts'
import type { AppHistory } from './navigation/app-history.ts'
import { AppRouter } from './navigation/app-router.tsx'
import { type Runtime, RuntimeContext } from './runtime.ts'

/** The name is read by public/appearance.js too, before anything is painted. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'rollcall-appearance' })

/** The theme around whatever is shown, and the last resort when all of it fails. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <ErrorBoundary>{children}</ErrorBoundary>
    </MantineProvider>
  )
}

type AppProps = {
  readonly runtime: Runtime
  readonly queryClient: QueryClient
  readonly history: AppHistory
  /** The routes. */
  readonly children: ReactNode
}

/** The app, put together. */
export function App({ runtime, queryClient, history, children }: AppProps) {
  return (
    <Appearance>
      <RuntimeContext value={runtime}>
        <QueryClientProvider client={queryClient}>
          <AppRouter history={history}>{children}</AppRouter>
        </QueryClientProvider>
      </RuntimeContext>
    </Appearance>
  )
}
