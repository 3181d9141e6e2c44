/** Renders a page as the app does: theme, query client and router, at an address. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router'
import { RetryContext } from '../../src/ui/feedback/retry-context.ts'
import { theme } from '../../src/ui/theme/theme.ts'

function Retry({ children }: { readonly children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <RetryContext value={{ generation: 0, onReset: reset }}>{children}</RetryContext>
}

/**
 * @param routes the routes under test
 * @param address where to start
 * @returns the router, to look at the address and to move
 */
export function renderPage(routes: RouteObject[], address: string) {
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  })
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <Retry>
          <RouterProvider router={router} />
        </Retry>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { router, queries }
}
