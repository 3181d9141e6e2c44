// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { PATTERNS } from '../../../lib/paths.ts'
import { InboxPage } from './inbox-page.tsx'

const CAMPAIGN = '44444444-4444-4444-8444-444444444444'

function line(number: number, fields: object = {}) {
  return {
    id: `55555555-5555-4555-8555-00000000000${number}`,
    name: `Person ${number}`,
    phone: '+447700900100',
    campaignId: CAMPAIGN,
    campaignName: 'Plumber - London',
    jobTitle: 'Plumber',
    status: 'contacted',
    lastAt: '2026-09-01T10:00:00Z',
    lastChannel: 'whatsapp',
    lastDirection: 'inbound',
    lastText: 'What is the pay?',
    lastOutcome: null,
    lastInboundAt: '2026-09-01T10:00:00Z',
    callCount: 0,
    messageCount: 2,
    waiting: null,
    optedOut: false,
    assignedTo: null,
    takenOverAt: null,
    unread: 0,
    unreadCalls: 0,
    ...fields,
  }
}

const COUNTS = {
  most: 1000,
  all: 1000,
  unread: 1,
  waiting: 1,
  interested: 0,
  closing: 0,
  mine: 0,
  'opted-out': 0,
}

function open(items: readonly object[], address = '/inbox', viewer: object = {}) {
  const frontend = provideFakeFrontend({
    'POST rpc/list_conversations': () => ({ items, next: null }),
    'POST rpc/count_conversations': () => COUNTS,
    'POST rpc/mark_conversation': () => null,
    'POST rpc/settle_conversation': () => null,
    'POST rpc/assign_conversation': () => null,
    'GET campaign_summary_stats': () => [],
    'GET jobs_with_counts': () => [],
    'GET profiles': () => [],
  })
  const { router } = renderPage(
    [
      {
        path: PATTERNS.inbox,
        element: <InboxPage />,
        children: [{ path: PATTERNS.conversation, element: <p>Panel</p> }],
      },
    ],
    address,
    viewer,
  )
  const asked = (call: string) =>
    frontend.requests.filter((request) => request.call === `POST rpc/${call}`)
  return { router, asked }
}

test('an empty inbox teaches its first step, an empty view what would be in it', async () => {
  open([])
  expect(await screen.findByText('No conversations yet')).toBeInTheDocument()
  expect(screen.getByText(/Launch a campaign/)).toBeInTheDocument()
})

test('a view without anything says what would be in it', async () => {
  open([], '/inbox?view=closing')
  expect(await screen.findByText('No window closes soon')).toBeInTheDocument()
})

test('a search that finds nothing says so', async () => {
  open([], '/inbox?search=zebra')
  expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument()
})

test('a line says who, what was said last, why it waits and how much is unread', async () => {
  open([line(1, { unread: 2, waiting: 'asked' }), line(2, { optedOut: true })])
  const list = await screen.findByRole('list', { name: 'Conversations' })
  const [first, second] = within(list).getAllByRole('listitem')
  if (first === undefined || second === undefined) throw new Error('two lines expected')
  expect(within(first).getByRole('link')).toHaveAccessibleName('Person 1, 2 unread messages')
  expect(within(first).getByText('Asked something')).toBeInTheDocument()
  expect(within(second).getByText('Opted out')).toBeInTheDocument()
})

test('a call that nobody has looked at makes its line unread as a message does', async () => {
  open([line(1, { unread: 1, unreadCalls: 2 }), line(2, { unreadCalls: 1 })])
  expect(
    await screen.findByRole('link', { name: 'Person 1, 1 unread message, 2 new calls' }),
  ).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Person 2, 1 new call' })).toBeInTheDocument()
})

test('the list is narrowed to who looks after them, whatever the view', async () => {
  const { asked } = open([], '/inbox?view=waiting&assignee=colleague')
  expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument()
  expect(asked('list_conversations')[0]?.body).toEqual({
    p_filter: { view: 'waiting', assignee: 'colleague' },
  })
})

test('a call that came last is named as one', async () => {
  open([
    line(1, { lastChannel: 'call', lastDirection: null, lastText: '', lastOutcome: 'voicemail' }),
  ])
  expect(await screen.findByText(/Call: Voicemail, not a conversation/)).toBeInTheDocument()
})

test('a count that stopped at its limit says so', async () => {
  open([line(1)])
  expect(await screen.findByRole('link', { name: 'All 1,000+' })).toBeInTheDocument()
})

test('j and k move through the list, and Enter opens with the filters kept', async () => {
  const { router } = open([line(1), line(2)], '/inbox?view=waiting')
  await screen.findByText('Person 1')
  await userEvent.keyboard('jj')
  expect(screen.getByRole('link', { name: 'Person 2' })).toHaveFocus()
  await userEvent.keyboard('k')
  expect(screen.getByRole('link', { name: 'Person 1' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(router.state.location.pathname).toBe(`/inbox/${line(1).id}`)
  expect(router.state.location.search).toBe('?view=waiting')
  await userEvent.keyboard('j')
  expect(router.state.location.pathname).toBe(`/inbox/${line(2).id}`)
})

test('u, e and a act on the line that has the focus; / goes to the search', async () => {
  const { asked } = open([line(1, { unread: 1 })])
  await screen.findByText('Person 1')
  await userEvent.keyboard('juea')
  await waitFor(() => {
    expect(asked('mark_conversation')[0]?.body).toEqual({ p_id: line(1).id, p_read: true })
    expect(asked('settle_conversation')[0]?.body).toEqual({ p_id: line(1).id, p_settled: true })
    expect(asked('assign_conversation')).toHaveLength(1)
  })
  await userEvent.keyboard('/')
  expect(screen.getByRole('searchbox')).toHaveFocus()
  await userEvent.keyboard('uuu')
  expect(asked('mark_conversation')).toHaveLength(1)
})

test('a viewer reads and marks, and changes nothing else', async () => {
  const { asked } = open([line(1)], '/inbox', { role: 'viewer', canWrite: false })
  await screen.findByText('Person 1')
  await userEvent.keyboard('jeatu')
  await waitFor(() => {
    expect(asked('mark_conversation')).toHaveLength(1)
  })
  expect(asked('settle_conversation')).toEqual([])
  expect(asked('assign_conversation')).toEqual([])
})
