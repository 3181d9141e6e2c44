// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Blocker, LeaveGuardContext } from './leave-guard.ts'
import { AFTER_SAVE, UnsavedGuard } from './unsaved-guard.tsx'

let blocker: Blocker | undefined
const leave = vi.fn<() => void>()

function open(dirty: boolean, address = '/campaigns/new', about = '') {
  const form = (isDirty: boolean) => (
    <MantineProvider env="test">
      <MemoryRouter initialEntries={[address]}>
        <LeaveGuardContext value={register}>
          <UnsavedGuard dirty={isDirty} {...(about !== '' && { about })} />
        </LeaveGuardContext>
      </MemoryRouter>
    </MantineProvider>
  )
  const view = render(form(dirty))
  return (isDirty: boolean) => {
    view.rerender(form(isDirty))
  }
}

function register(given: Blocker) {
  blocker = given
  return () => {
    blocker = undefined
  }
}

beforeEach(() => {
  blocker = undefined
  leave.mockReset()
})

test('leaving with unsaved input asks, and staying stays', async () => {
  open(true)
  expect(blocker?.concerns({ pathname: '/jobs', search: '', state: null })).toBe(true)
  act(() => blocker?.ask(leave))
  await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }))
  expect(leave).not.toHaveBeenCalled()
})

test('leaving without saving leaves', async () => {
  open(true)
  act(() => blocker?.ask(leave))
  await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  expect(leave).toHaveBeenCalledOnce()
})

test('another tab of the same page and the move after saving are free', () => {
  open(true)
  const search = '?tab=setup'
  expect(blocker?.concerns({ pathname: '/campaigns/new', search, state: null })).toBe(false)
  expect(blocker?.concerns({ pathname: '/campaigns/7', search, state: AFTER_SAVE })).toBe(false)
})

test('where the address says what the input is about, another subject of the same page asks', () => {
  open(true, '/settings/rules?campaign=1', 'campaign')
  const to = (search: string) => ({ pathname: '/settings/rules', search, state: null })
  expect(blocker?.concerns(to('?campaign=2'))).toBe(true)
  expect(blocker?.concerns(to(''))).toBe(true)
  expect(blocker?.concerns(to('?campaign=1&tab=x'))).toBe(false)
})

test('closing the tab asks only while something is unsaved', () => {
  const update = open(true)
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(close()).toBe(true)
  update(false)
  expect(close()).toBe(false)
  expect(blocker).toBeUndefined()
})
