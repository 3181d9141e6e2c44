// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { trendRow } from '../../../tests/fixtures/trend-rows.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import type { Viewer } from '../../ui/viewer/viewer-context.ts'
import { DashboardPage } from './dashboard-page.tsx'

const JOB = '22222222-2222-4222-8222-222222222222'
const CAMPAIGN = '33333333-3333-4333-8333-333333333333'
const need = (id: string, name: string, count: number) => ({
  total: count,
  places: [{ id, name, count }],
})
const NEEDS = {
  interested: need(JOB, 'Plumber', 3),
  failed: need(CAMPAIGN, 'Plumber - London', 2),
  unmatched: { total: 0, places: [] },
}
const PROGRESS = {
  campaigns: {
    total: 1,
    items: [
      {
        id: CAMPAIGN,
        name: 'Plumber - London',
        jobTitle: 'Plumber',
        state: 'running',
        planned: 60,
        sent: 50,
        statuses: { 'not-contacted': 30, contacted: 12, interested: 6, hired: 2 },
      },
    ],
  },
  jobs: { total: 1, items: [{ id: JOB, title: 'Plumber', target: 8, hired: 2 }] },
}
const TREND = trendRow([0, 0], [4, 9])
const NOTHING = {
  campaigns: { total: 0, items: [] },
  jobs: { total: 0, items: [] },
}

function open(needs: unknown, progress: unknown, viewer: Partial<Viewer> = {}) {
  provideFakeFrontend({
    'POST rpc/list_needs': () => needs,
    'POST rpc/list_progress': () => progress,
    'POST rpc/office_trend': () => TREND,
    'POST rpc/campaign_trends': () => ({ [CAMPAIGN]: trendRow([0, 3, 1]) }),
  })
  renderPage([{ path: '/dashboard', element: <DashboardPage /> }], '/dashboard', viewer)
}

test('what waits is named with its number, and the number opens its list', async () => {
  open(NEEDS, PROGRESS)
  const waiting = within(await screen.findByRole('region', { name: 'Waiting for you' }))
  expect(await waiting.findByRole('link', { name: 'Newly interested: 3' })).toHaveAttribute(
    'href',
    `/jobs/${JOB}?show=new&column=interested`,
  )
  expect(waiting.getByRole('link', { name: 'Could not be sent: 2' })).toHaveAttribute(
    'href',
    `/campaigns/${CAMPAIGN}?delivery=failed`,
  )
  expect(waiting.queryByText('Set aside')).not.toBeInTheDocument()
})

test('a campaign shows a funnel in which each step counts who got further', async () => {
  open(NEEDS, PROGRESS)
  const funnel = within(await screen.findByRole('list', { name: 'Funnel of Plumber - London' }))
  const steps = funnel.getAllByRole('listitem')
  expect(steps.map((step) => step.textContent)).toEqual([
    'Answered20 of 5040%',
    'Interested8 of 5016%',
    'Interview2 of 504%',
    'Hired2 of 504%',
  ])
  expect(funnel.getByRole('link', { name: 'Hired' })).toHaveAttribute(
    'href',
    `/campaigns/${CAMPAIGN}?status=hired&status=started-work`,
  )
})

test('a trend says in words what its line shows', async () => {
  open(NEEDS, PROGRESS)
  expect(
    await screen.findByRole('img', {
      name: 'Sent a day: 13 in all, 9 on the best day',
    }),
  ).toBeInTheDocument()
})

test('a trend’s number opens a list, and a campaign shows its own', async () => {
  open(NEEDS, PROGRESS)
  const trend = within(await screen.findByRole('region', { name: 'Last 14 days' }))
  expect(await trend.findByRole('link', { name: '13' })).toHaveAttribute(
    'href',
    '/dashboard/contacted?from=2026-09-01&to=2026-09-02&until=2026-09-02T10%3A00%3A00Z',
  )
  const campaigns = within(screen.getByRole('region', { name: 'Campaigns under way' }))
  expect(
    await campaigns.findByRole('img', {
      name: '4 became interested in 3 days, 1 of them on the last',
    }),
  ).toBeInTheDocument()
  expect(
    campaigns.getByRole('link', { name: /^4 became interested/ }).getAttribute('href'),
  ).toMatch(/^\/dashboard\/became-interested\?.*&campaign=33333333/)
})

test('a number over several places opens the list of all of them', async () => {
  const failed = {
    total: 5,
    places: [
      { id: CAMPAIGN, name: 'Plumber - London', count: 3 },
      { id: JOB, name: 'Roofer - Leeds', count: 2 },
    ],
  }
  open({ failed }, PROGRESS)
  expect(await screen.findByRole('link', { name: 'Could not be sent: 5' })).toHaveAttribute(
    'href',
    '/dashboard/failed',
  )
})

test('who was hired opens from the job nearest to its target, all under way from their number', async () => {
  const campaigns = { ...PROGRESS.campaigns, total: 12 }
  open(NEEDS, { ...PROGRESS, campaigns })
  const jobs = within(await screen.findByRole('region', { name: 'Nearest to their target' }))
  expect(await jobs.findByRole('link', { name: '2' })).toHaveAttribute(
    'href',
    `/dashboard/hired?job=${JOB}`,
  )
  expect(screen.getByRole('link', { name: 'All 12 under way' })).toHaveAttribute(
    'href',
    '/campaigns?state=scheduled&state=running&state=paused',
  )
})

test('where nothing waits and nothing runs the page says what to do', async () => {
  open({}, NOTHING)
  expect(await screen.findByText('Nothing waits for you')).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: 'New campaign' })).toBeInTheDocument()
})

test('who may only look is not asked to start a campaign', async () => {
  open({}, NOTHING, { canWrite: false })
  expect(await screen.findByText('No campaign is under way')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: 'New campaign' })).not.toBeInTheDocument()
})

test('a part that fails says so and tries again, while the others stand', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  let refused = true
  provideFakeFrontend({
    'POST rpc/list_needs': () =>
      refused ? Response.json({ code: '57014', message: 'late' }, { status: 500 }) : NEEDS,
    'POST rpc/list_progress': () => PROGRESS,
    'POST rpc/office_trend': () => TREND,
  })
  renderPage([{ path: '/dashboard', element: <DashboardPage /> }], '/dashboard')
  const waiting = within(await screen.findByRole('region', { name: 'Waiting for you' }))
  expect(await screen.findByRole('list', { name: /^Funnel/ })).toBeInTheDocument()
  refused = false
  await userEvent.click(await waiting.findByRole('button', { name: 'Try again' }))
  expect(await waiting.findByText('Newly interested')).toBeInTheDocument()
})
