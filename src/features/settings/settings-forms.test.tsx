// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import { listenToUndo, type UndoOffer } from '../../ui/feedback/undo.ts'
import type { Viewer } from '../../ui/viewer/viewer-context.ts'
import { SettingsPage } from './settings-page.tsx'

const ADMIN: Partial<Viewer> = { role: 'admin', isAdmin: true }
const LIMITS = { maxContacts: 3, periodDays: 30, coolDownDays: 7 }
const PRICES = { perConversation: 0.5, perCallMinute: 0.1, currency: 'GBP' }

function open(address: string, viewer: Partial<Viewer> = ADMIN) {
  return renderPage([{ path: '/settings/:part', element: <SettingsPage /> }], address, viewer)
}

/** Whether the browser would ask before the tab is closed. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

test('limits that are not saved yet are not lost unasked, and can be taken back', async () => {
  provideFakeFrontend({ 'GET settings': () => [{ key: 'contact_limits', value: LIMITS }] })
  open('/settings/sending')
  const field = await screen.findByLabelText('At most so many times')
  expect(asksBeforeLeaving()).toBe(false)
  await userEvent.clear(field)
  await userEvent.type(field, '5')
  expect(asksBeforeLeaving()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Undo changes' }))
  expect(field).toHaveValue('3')
  expect(asksBeforeLeaving()).toBe(false)
})

test('so are hours that were begun', async () => {
  provideFakeFrontend({ 'GET settings': () => [] })
  open('/settings/sending')
  await userEvent.click(await screen.findByRole('button', { name: 'Set hours' }))
  expect(asksBeforeLeaving()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Undo changes' }))
  expect(screen.getByText(/Monday to Saturday/)).toBeInTheDocument()
  expect(asksBeforeLeaving()).toBe(false)
})

test('an admin sets prices, sees what they make, and takes them back with an undo', async () => {
  let prices: unknown = null
  const { requests } = provideFakeFrontend({
    'GET settings': () => (prices === null ? [] : [{ key: 'costs', value: prices }]),
    'POST rpc/save_costs': ({ body }) => {
      prices = (body as { p_costs: unknown }).p_costs
      return null
    },
  })
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  open('/settings/costs')
  await userEvent.click(await screen.findByRole('button', { name: 'Set prices' }))
  const conversation = screen.getByLabelText('For each conversation')
  await userEvent.clear(conversation)
  await userEvent.type(conversation, '0.5')
  const minute = screen.getByLabelText('For each begun minute of a call')
  await userEvent.clear(minute)
  await userEvent.type(minute, '0.1')
  expect(screen.getByText(/about £55\.00/)).toBeInTheDocument()
  expect(asksBeforeLeaving()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Take the prices back' }))
  expect(await screen.findByText(/campaigns show no cost/)).toBeInTheDocument()
  expect(asksBeforeLeaving()).toBe(false)
  await offers[0]?.undo()
  expect(await screen.findByLabelText('For each conversation')).toHaveValue('0.5')
  const saved = requests.filter(({ call }) => call === 'POST rpc/save_costs')
  expect(saved.map(({ body }) => (body as { p_costs: unknown }).p_costs)).toEqual([
    PRICES,
    null,
    PRICES,
  ])
  stop()
})

test('who is no admin sees the prices and changes none', async () => {
  provideFakeFrontend({ 'GET settings': () => [{ key: 'costs', value: PRICES }] })
  open('/settings/costs', {})
  expect(await screen.findByLabelText('For each conversation')).toBeDisabled()
  expect(screen.queryByRole('button', { name: /Save|Take|Set/ })).toBeNull()
})

test('retention that others overtook between look and confirmation deletes nothing before a second look', async () => {
  const preview = (count: number) => ({
    conversations: { count, messages: count * 10, calls: 0, examples: [] },
    people: { count: 0, examples: [] },
    at: '2026-09-01T10:00:00Z',
  })
  const { requests } = provideFakeFrontend({
    'GET settings': () => [],
    'POST rpc/preview_retention': () => preview(2),
    'POST rpc/confirm_retention': ({ body }) =>
      (body as { p_seen_conversations: number }).p_seen_conversations === 2
        ? { result: 'changed', preview: preview(3) }
        : { result: 'ok' },
  })
  open('/settings/retention')
  const months = await screen.findByLabelText(/^Conversations: months/)
  await userEvent.clear(months)
  await userEvent.type(months, '6')
  expect(asksBeforeLeaving()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Show what would go' }))
  const confirm = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete this, and so from now on' }),
    )
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete this, and so from now on' }))
  }
  await confirm()
  expect(await screen.findByText(/Other counts by now/)).toBeInTheDocument()
  expect(screen.getByText('3 conversations')).toBeInTheDocument()
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  await confirm()
  await waitFor(() => {
    expect(requests.filter(({ call }) => call === 'POST rpc/confirm_retention')).toHaveLength(2)
  })
  await waitFor(() => {
    expect(screen.queryByText(/Other counts by now/)).toBeNull()
  })
})
