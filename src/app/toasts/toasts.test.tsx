// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { offerUndo } from '../../ui/feedback/undo.ts'
import { takeBackLatest } from './take-back.ts'
import { dismissToasts, raiseToast } from './toast-store.ts'
import { Toasts } from './toasts.tsx'

beforeEach(() => {
  render(<Toasts />)
})

afterEach(() => {
  vi.useRealTimers()
  act(() => {
    dismissToasts()
  })
})

function raise(title: string, tone: 'done' | 'failed' = 'done') {
  act(() => {
    raiseToast({ tone, title })
  })
}

test('what a feature did can be taken back from the edge of the page', async () => {
  const undo = vi.fn<() => void>()
  act(() => {
    offerUndo({ message: 'Moved 3 people to Interview', undo })
  })
  expect(screen.getByRole('status')).toHaveTextContent('Moved 3 people to Interview')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Moved 3 people to Interview')).toBeNull()
})

test('the latest offer is taken back first, and each but once', async () => {
  const first = vi.fn<() => void>()
  const second = vi.fn<() => void>()
  act(() => {
    offerUndo({ message: 'Moved', undo: first })
    offerUndo({ message: 'Tagged', undo: second })
    raiseToast({ tone: 'done', title: 'Saved' })
  })
  await act(takeBackLatest)
  expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  await act(takeBackLatest)
  await act(takeBackLatest)
  expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

test('an undo that fails says so', async () => {
  act(() => {
    offerUndo({
      message: 'Moved',
      undo: () => Promise.reject(new AppError('conflict', 'Someone moved this person since')),
    })
  })
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Someone moved this person since')
})

test('good news goes by itself, a failure stays until it is dismissed', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  raise('Note saved')
  raise('The note was not saved', 'failed')
  act(() => {
    vi.advanceTimersByTime(60_000)
  })
  expect(screen.queryByText('Note saved')).toBeNull()
  expect(screen.getByText('The note was not saved')).toBeInTheDocument()
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) })
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a message with a button does not go while someone is on it', () => {
  vi.useFakeTimers()
  act(() => {
    offerUndo({ message: 'Moved', undo: () => undefined })
  })
  screen.getByRole('button', { name: 'Undo' }).focus()
  act(() => {
    vi.advanceTimersByTime(60_000)
  })
  expect(screen.getByText('Moved')).toBeInTheDocument()
})

test('the same message again does not pile up', () => {
  raise('No answer', 'failed')
  raise('No answer', 'failed')
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})
