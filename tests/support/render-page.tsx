/** Renders a page as the app does: theme, query client and router, at an address. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router'
import { RetryContext } from '../../src/ui/feedback/retry-context.ts'
import { type Viewer, ViewerContext } from '../../src/ui/viewer/viewer-context.ts'
import { theme } from '../../src/ui/theme/theme.ts'

function Retry({ children }: { readonly children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <RetryContext value={{ generation: 0, onReset: reset }}>{children}</RetryContext>
}

const RECRUITER: Viewer = {
  userId: '11111111-1111-4111-8111-111111111111',
  name: 'Robin Hale',
  email: 'robin@example.org',
  role: 'recruiter',
  canWrite: true,
  isAdmin: false,
  offices: [],
  officeId: undefined,
}

/**
 * @param routes the routes under test
 * @param address where to start
 * @param viewer who looks, where it is not a recruiter
 * @returns the router, to look at the address and to move
 */
export function renderPage(routes: RouteObject[], address: string, viewer: Partial<Viewer> = {}) {
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  })
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <Retry>
          <ViewerContext value={{ ...RECRUITER, ...viewer }}>
            <RouterProvider router={router} />
          </ViewerContext>
        </Retry>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { router, queries }
}
