// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lazy, type ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { LoadingBoundary } from './loading-boundary.tsx'
import { RetryContext } from './retry-context.ts'
import { TableSkeleton } from './skeletons.tsx'

/** What the data layer holds: a failure that stands until it is reset, or the text. */
let failure: AppError | undefined
const reset = vi.fn<() => void>(() => {
  failure = undefined
})

function People() {
  if (failure !== undefined) throw failure
  return <p>Sixty people</p>
}

function page(content: ReactNode, generation = 0): ReactNode {
  return (
    <MantineProvider env="test">
      <RetryContext value={{ generation, onReset: reset }}>
        <LoadingBoundary skeleton={<TableSkeleton />}>{content}</LoadingBoundary>
      </RetryContext>
    </MantineProvider>
  )
}

beforeEach(() => {
  failure = undefined
  reset.mockClear()
  vi.spyOn(console, 'error').mockReturnValue(undefined)
})

test('while data comes its shape is there, and said to a screen reader', () => {
  const Never = lazy(() => new Promise<{ default: () => ReactNode }>(() => {}))
  render(page(<Never />))
  expect(screen.getByRole('status', { name: 'Loading rows' })).toBeInTheDocument()
})

test('a failure says what to do, and trying again resets the data layer first', async () => {
  failure = new AppError('unavailable', 'The database is starting')
  render(page(<People />))
  expect(screen.getByText('The database is starting')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(reset).toHaveBeenCalledOnce()
  expect(screen.getByText('Sixty people')).toBeInTheDocument()
})

test('what may not be seen offers no second try', () => {
  failure = new AppError('forbidden', 'permission denied')
  render(page(<People />))
  expect(screen.getByText('You don’t have access to this')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('a new sign-in asks again by itself for what failed', () => {
  failure = new AppError('unauthenticated', 'JWT expired')
  const view = render(page(<People />))
  expect(screen.getByText('Your sign-in has expired')).toBeInTheDocument()
  view.rerender(page(<People />, 1))
  expect(screen.getByText('Sixty people')).toBeInTheDocument()
})

test('what works is left alone by a new sign-in', () => {
  const view = render(page(<People />))
  view.rerender(page(<People />, 1))
  expect(reset).not.toHaveBeenCalled()
})
