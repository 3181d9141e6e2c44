// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { BehindPage } from './behind-page.tsx'

const MESSAGE = '11111111-1111-4111-8111-111111111112'
const RECIPIENT = '22222222-2222-4222-8222-222222222222'
const CAMPAIGN = '33333333-3333-4333-8333-333333333333'
const CARD = '44444444-4444-4444-8444-444444444444'
const JOB = '55555555-5555-4555-8555-555555555555'

const REPLY = {
  id: MESSAGE,
  at: '2026-09-02T09:00:00Z',
  name: 'Ann Example',
  candidateId: null,
  jobId: null,
  recipientId: RECIPIENT,
  campaignId: CAMPAIGN,
  place: 'Plumber - London',
  status: 'contacted',
  statusName: 'Contacted',
  statusColour: 'blue',
  suggested: null,
  suggestedName: null,
  code: null,
  text: 'What is the pay?',
  chatId: 7,
}
const SUGGESTED = {
  ...REPLY,
  id: CARD,
  candidateId: CARD,
  jobId: JOB,
  place: 'Plumber',
  suggested: 'c-1',
  suggestedName: 'Trial day',
}

function open(address: string, answer: () => unknown) {
  const fake = provideFakeFrontend({
    'POST rpc/list_behind': answer,
    'GET campaign_summary_stats': () => [],
  })
  renderPage([{ path: '/dashboard/:figure', element: <BehindPage /> }], address)
  return { asked: () => fake.requests.filter(({ call }) => call === 'POST rpc/list_behind') }
}

test('a reply leads to its message, and only what was counted is asked for', async () => {
  const { asked } = open(
    '/dashboard/replies?from=2026-08-20&to=2026-09-02&until=2026-09-02T10:00:00Z',
    () => ({ items: [REPLY], total: 1 }),
  )
  const table = within(await screen.findByRole('table', { name: 'Replies' }))
  expect(table.getByRole('link', { name: 'Ann Example' })).toHaveAttribute(
    'href',
    `/inbox/${RECIPIENT}#message-7`,
  )
  expect(table.getByText('What is the pay?')).toBeVisible()
  expect(asked()[0]?.body).toMatchObject({
    p_figure: 'replies',
    p_filter: { from: '2026-08-20', to: '2026-09-02', until: '2026-09-02T10:00:00Z' },
  })
})

test('other days are counted up to now', async () => {
  const { asked } = open(
    '/dashboard/contacted?from=2026-08-20&to=2026-09-02&until=2026-09-02T10:00:00Z',
    () => ({ items: [], total: 0 }),
  )
  await screen.findByText('Nothing happened in these days')
  await userEvent.clear(screen.getByLabelText('Until'))
  await userEvent.type(screen.getByLabelText('Until'), '2026-08-30')
  expect(asked().at(-1)?.body).toMatchObject({
    p_filter: { from: '2026-08-20', to: '2026-08-30' },
  })
  expect(asked().at(-1)?.body).not.toHaveProperty('p_filter.until')
})

test('a card leads to its panel, with the suggestion by the name of its column', async () => {
  open('/dashboard/suggested', () => ({ items: [SUGGESTED], total: 1 }))
  const table = within(await screen.findByRole('table', { name: 'Suggestions' }))
  expect(table.getByRole('link', { name: 'Ann Example' })).toHaveAttribute(
    'href',
    `/jobs/${JOB}/candidates/${CARD}`,
  )
  expect(table.getByText('Trial day')).toBeVisible()
})

test('where nobody is left, and where there is no such list, the page says what to do', async () => {
  open('/dashboard/failed', () => ({ items: [], total: 0 }))
  expect(await screen.findByText('Nobody is behind this figure any more')).toBeVisible()
  open('/dashboard/nonsense', () => ({ items: [], total: 0 }))
  expect(
    await screen.findByRole('heading', { name: 'There is no such list', level: 1 }),
  ).toBeVisible()
})

test('a list that fails says so and can be asked again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  let refused = true
  open('/dashboard/suggested', () =>
    refused
      ? Response.json({ code: '57014', message: 'late' }, { status: 500 })
      : { items: [SUGGESTED], total: 1 },
  )
  const again = await screen.findByRole('button', { name: 'Try again' })
  refused = false
  await userEvent.click(again)
  expect(await screen.findByText('Trial day')).toBeVisible()
})
