// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeBridge } from '../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import type { Viewer } from '../../ui/viewer/viewer-context.ts'
import { SyncPage } from './sync-page.tsx'

const STATE = {
  lagSeconds: 4,
  checkedAt: '2026-09-01T10:00:00Z',
  appliedAt: '2026-09-01T10:00:00Z',
  pausedReason: null,
  lastError: null,
  openIssues: 2,
  feed: 'log',
  lapTicks: null,
  runs: [],
}
const issue = (nth: string, kind: string) => ({
  id: `1111111${nth}-1111-4111-8111-111111111111`,
  kind,
  summary: `Record ${nth}`,
  details: {},
  raw: kind === 'poison' ? '{"odd": true}' : null,
  recipientId: null,
  firstSeenAt: '2026-09-01T10:00:00Z',
  lastSeenAt: '2026-09-01T10:00:00Z',
})
const entry = (nth: string, kind: string, count = 1, alike: string | null = null) => ({
  kind,
  alike,
  count,
  firstSeenAt: '2026-09-01T10:00:00Z',
  lastSeenAt: '2026-09-01T10:00:00Z',
  issue: issue(nth, kind),
})
type Entry = ReturnType<typeof entry>
const ENTRIES = [entry('1', 'unmatched'), entry('2', 'poison')]
const RECIPIENT = '22222222-2222-4222-8222-222222222222'
const PREVIEW = {
  result: 'ok',
  mode: 'log',
  more: false,
  read: 1,
  matched: 1,
  unmatched: 0,
  messages: 2,
  calls: 0,
  changes: {
    count: 1,
    items: [
      {
        recipientId: RECIPIENT,
        name: 'Ann Example',
        campaign: 'Plumber',
        from: 'contacted',
        to: 'interested',
      },
    ],
  },
  cards: 1,
  setAside: [],
}

function open(
  state: object = {},
  viewer: Partial<Viewer> = {},
  entries: readonly (Omit<Entry, 'issue'> & { readonly issue: object })[] = ENTRIES,
) {
  const records = entries.reduce((sum, { count }) => sum + count, 0)
  const frontend = provideFakeFrontend({
    'POST rpc/list_sync_issues': () => ({ records, entries: entries.length, items: entries }),
    'POST rpc/list_put_aside': () => [
      {
        kind: 'objective',
        alike: 'The answer to "rate" could not be read.',
        count: 3,
        by: 'Robin Hale',
        at: '2026-09-01T10:00:00Z',
      },
    ],
    'POST rpc/put_aside_alike': () => ({ dismissed: 20, remembered: true }),
    'POST rpc/take_back_alike': () => ({ reopened: 3 }),
    'GET sync_issues': () =>
      ['5', '6'].map((nth) => ({
        ...issue(nth, 'message'),
        raw: `{"ping": ${nth}}`,
        recipient_id: null,
        first_seen_at: '2026-09-01T10:00:00Z',
        last_seen_at: '2026-09-01T10:00:00Z',
      })),
    'GET sync_runs': () => [],
    'POST rpc/describe_sync_issues': () => ({
      [issue('1', 'unmatched').id]: {
        phone: '+447700900199',
        campaign: 'plumberlondon',
        words: 'New phone, who is this?',
        at: '2026-09-01T09:58:00Z',
        inbound: true,
      },
    }),
    'POST rpc/dismiss_sync_issues': () => ({ dismissed: 2 }),
    'POST rpc/suggest_recipients': () => [
      {
        id: RECIPIENT,
        name: 'Ann Example',
        phone: '+447700900123',
        campaign: 'Plumber',
        why: 'number',
      },
    ],
  })
  const bridge = provideFakeBridge({
    'get sync': () => ({ ...STATE, ...state }),
    'post sync/preview': () => PREVIEW,
    'post service/sync/pause': () => ({ paused: true }),
  })
  renderPage([{ path: '/sync', element: <SyncPage /> }], '/sync', viewer)
  return { frontend, bridge }
}

test('a record of a conversation says whose number it is and what was said last', async () => {
  open()
  const row = (await screen.findByText(/New phone, who is this/)).closest('li')
  expect(row).toHaveTextContent('Record 1')
  expect(row).toHaveTextContent('+44 7700 900199')
  expect(row).toHaveTextContent('plumberlondon')
})

test('a record of a known recipient leads to their conversation, one of nobody to none', async () => {
  const known = entry('1', 'unmatched')
  open({}, {}, [
    { ...known, issue: { ...known.issue, recipientId: RECIPIENT } },
    entry('2', 'unmatched'),
  ])
  const links = await screen.findAllByRole('link', { name: 'Open conversation' })
  expect(links.map((link) => link.getAttribute('href'))).toEqual([`/inbox/${RECIPIENT}`])
})

test('as many records wait as the person may see, whatever the sync counts', async () => {
  open({ openIssues: 7 })
  const label = (await screen.findAllByText('Set aside')).find(
    (each) => each.tagName === 'SPAN' && each.nextElementSibling !== null,
  )
  expect(await screen.findByText('Record 2')).toBeVisible()
  expect(label?.nextElementSibling).toHaveTextContent('2')
})

test('a dry run names who would change, and that nothing was', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: /Show what a sync would/ }))
  const outcome = within(await screen.findByRole('region', { name: /What a sync would change/ }))
  expect(await outcome.findByRole('link', { name: 'Ann Example' })).toHaveAttribute(
    'href',
    `/inbox/${RECIPIENT}`,
  )
  expect(outcome.getByText('Nothing was changed by looking.')).toBeInTheDocument()
})

test('where the backend is swept, the page says how long a change may take', async () => {
  open({ feed: 'sweep', lapTicks: 10 })
  expect(await screen.findByText(/within 10 syncs, about 5 minutes/)).toBeInTheDocument()
})

test('a log with gaps is an alert that says what to do, beside the sweep that stands in for it', async () => {
  const alert = { code: 'backend_log_incomplete', message: 'It has gaps.', hint: 'Install again.' }
  open({ feed: 'sweep', lapTicks: 10, alert })
  expect(await screen.findByRole('alert')).toHaveTextContent('It has gaps. Install again.')
  expect(screen.getByText(/within 10 syncs, about 5 minutes/)).toBeInTheDocument()
})

test('many records are dismissed at once', async () => {
  const { frontend } = open()
  await userEvent.click(await screen.findByRole('button', { name: 'Select all shown' }))
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss 2 records' }))
  const sent = frontend.requests.find(({ call }) => call === 'POST rpc/dismiss_sync_issues')
  expect(sent?.body).toEqual({ p_issues: [issue('1', '').id, issue('2', '').id] })
})

const ALIKE = [entry('1', 'unmatched'), entry('3', 'message', 20, '{ping}')]

test('records that are alike are one entry, which says how many and what they look like', async () => {
  const { frontend } = open({}, {}, ALIKE)
  const row = (await screen.findByText('Unreadable message: 20 alike')).closest('li')
  if (row === null) throw new Error('a row expected')
  expect(row).toHaveTextContent('Form: {ping}')
  expect(await screen.findAllByText('21')).not.toEqual([])
  await userEvent.click(within(row).getByText('Show all 20'))
  expect(await within(row).findByText('{"ping": 6}')).toBeInTheDocument()
  await userEvent.click(within(row).getByRole('button', { name: 'Dismiss all 20' }))
  const sent = frontend.requests.find(({ call }) => call === 'POST rpc/put_aside_alike')
  expect(sent?.body).toEqual({ p_kind: 'message', p_alike: '{ping}' })
})

test('many are dismissed with one that stands alone, each in its way', async () => {
  const { frontend } = open({}, {}, ALIKE)
  await userEvent.click(await screen.findByRole('button', { name: 'Select all shown' }))
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss 21 records' }))
  const calls = frontend.requests.map(({ call }) => call)
  expect(calls).toContain('POST rpc/put_aside_alike')
  expect(frontend.requests.find(({ call }) => call.endsWith('dismiss_sync_issues'))?.body).toEqual({
    p_issues: [issue('1', '').id],
  })
})

test('what goes aside without asking is listed, and can be asked about again', async () => {
  const { frontend } = open()
  await userEvent.click(await screen.findByText('Put aside without asking: 1 form'))
  expect(screen.getByText(/3 records, put aside by Robin Hale/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }))
  const sent = frontend.requests.find(({ call }) => call === 'POST rpc/take_back_alike')
  expect(sent?.body).toMatchObject({ p_kind: 'objective' })
})

test('whose number ends alike is offered as a suggestion only', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Link to a recipient' }))
  expect(await screen.findByRole('button', { name: /Ann Example/ })).toBeInTheDocument()
  expect(screen.getByText(/nothing is linked until you choose/)).toBeInTheDocument()
})

test('only admins pause, with a reason; viewers look', async () => {
  const { bridge } = open({}, { role: 'admin', isAdmin: true })
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Pause' }))
  expect(dialog.getByText('Write why, in a few words.')).toBeInTheDocument()
  await userEvent.type(dialog.getByLabelText('Why'), 'Move of the database')
  await userEvent.click(dialog.getByRole('button', { name: 'Pause' }))
  expect(bridge.requests).toContainEqual({
    call: 'post service/sync/pause',
    body: { reason: 'Move of the database' },
  })
})

test('a viewer has no buttons that would be refused', async () => {
  open({}, { role: 'viewer', canWrite: false })
  expect(await screen.findByText('Record 1')).toBeInTheDocument()
  for (const name of ['Pause', 'Dismiss', 'Ask again', /Show what a sync/]) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
  }
})
