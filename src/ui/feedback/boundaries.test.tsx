// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { LoadingBoundary } from './loading-boundary.tsx'
import { RetryGenerationContext } from './retry-generation.ts'
import { TableSkeleton } from './skeletons.tsx'

const load = vi.fn<() => Promise<string>>()

function Loaded() {
  const { data } = useSuspenseQuery({ queryKey: ['people'], queryFn: load, retry: false })
  return <p>{data}</p>
}

function page(generation = 0): ReactNode {
  return (
    <RetryGenerationContext value={generation}>
      <LoadingBoundary skeleton={<TableSkeleton />}>
        <Loaded />
      </LoadingBoundary>
    </RetryGenerationContext>
  )
}

function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  )
}

let client: QueryClient

beforeEach(() => {
  client = new QueryClient()
  load.mockReset()
  vi.spyOn(console, 'error').mockReturnValue(undefined)
})

test('while data comes its shape is there, and said to a screen reader', async () => {
  load.mockReturnValue(new Promise(() => {}))
  render(page(), { wrapper: Providers })
  expect(await screen.findByRole('status', { name: 'Loading rows' })).toBeInTheDocument()
})

test('a failure says what to do, and trying again asks the server anew', async () => {
  load.mockRejectedValueOnce(new AppError('unavailable', 'The database is starting'))
  load.mockResolvedValueOnce('Sixty people')
  render(page(), { wrapper: Providers })
  expect(await screen.findByText('The database is starting')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Sixty people')).toBeInTheDocument()
})

test('what may not be seen offers no second try', async () => {
  load.mockRejectedValue(new AppError('forbidden', 'permission denied'))
  render(page(), { wrapper: Providers })
  expect(await screen.findByText('You don’t have access to this')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('a new sign-in asks again by itself for what failed', async () => {
  load.mockRejectedValueOnce(new AppError('unauthenticated', 'JWT expired'))
  load.mockResolvedValueOnce('Sixty people')
  const view = render(page(), { wrapper: Providers })
  expect(await screen.findByText('Your sign-in has expired')).toBeInTheDocument()
  view.rerender(page(1))
  expect(await screen.findByText('Sixty people')).toBeInTheDocument()
})
