// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { trendRow } from '../../../../tests/fixtures/trend-rows.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { IDS, summaryRow } from '../../../../tests/fixtures/campaign-rows.ts'
import { CampaignsPage } from './campaigns-page.tsx'

const routes = [{ path: '/campaigns', element: <CampaignsPage /> }]

test('every number of a campaign opens the people behind it', async () => {
  provideFakeFrontend({
    'GET campaign_summary_stats': () => [summaryRow({ planned: 60, sent: 40, excluded: 3 })],
    'GET jobs_with_counts': () => [],
  })
  renderPage(routes, '/campaigns')
  const table = within(await screen.findByRole('table', { name: 'Campaigns' }))
  expect(table.getByRole('link', { name: '40 sent in Plumber - London' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\?delivery=confirmed&delivery=unconfirmed$/),
  )
  expect(table.getByRole('link', { name: '3 excluded in Plumber - London' })).toBeVisible()
  expect(table.queryByRole('link', { name: /failed in/ })).toBeNull()
})

test('the list is ordered by what its head says, in the database and in the address', async () => {
  const { requests } = provideFakeFrontend({
    'GET campaign_summary_stats': () => [summaryRow({ state: 'paused', state_reason: 'Refused.' })],
    'GET jobs_with_counts': () => [],
    'POST rpc/campaign_trends': () => ({ [IDS.campaign]: trendRow([0, 2, 1]) }),
  })
  const { router } = renderPage(routes, '/campaigns')
  expect(await screen.findByText('Refused.')).toBeVisible()
  expect(
    await screen.findByRole('img', {
      name: '3 became interested in 3 days, 1 of them on the last',
    }),
  ).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Interested' }))
  await vi.waitFor(() => {
    const last = requests.findLast(({ call }) => call === 'GET campaign_summary_stats')
    expect(last?.search.get('order')).toBe('interested_or_further.asc.nullslast,campaign_id.asc')
  })
  expect(router.state.location.search).toBe('?sort=interested')
})

test('a draft opens where it is written', async () => {
  provideFakeFrontend({
    'GET campaign_summary_stats': () => [summaryRow({ state: 'draft' })],
    'GET jobs_with_counts': () => [],
  })
  renderPage(routes, '/campaigns')
  expect(await screen.findByRole('link', { name: 'Plumber - London Plumber' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/edit$/),
  )
})

test('an empty list teaches the first step', async () => {
  provideFakeFrontend({ 'GET campaign_summary_stats': () => [], 'GET jobs_with_counts': () => [] })
  renderPage(routes, '/campaigns')
  expect(await screen.findByText('No campaigns yet')).toBeVisible()
})

test('search and state are asked of the database and stand in the address', async () => {
  const { requests } = provideFakeFrontend({
    'GET campaign_summary_stats': () => [],
    'GET jobs_with_counts': () => [],
  })
  const { router } = renderPage(routes, '/campaigns?state=running')
  await screen.findByText('Nothing matches these filters')
  await userEvent.type(screen.getByRole('searchbox'), 'plumber{Enter}')
  await vi.waitFor(() => {
    const last = requests.findLast(({ call }) => call === 'GET campaign_summary_stats')
    expect(last?.search.get('name')).toBe('ilike.%plumber%')
    expect(last?.search.get('state')).toBe('in.(running)')
  })
  expect(router.state.location.search).toBe('?search=plumber&state=running')
})

test('what could not be read says so, and can be asked again', async () => {
  let down = true
  provideFakeFrontend({
    'GET campaign_summary_stats': () =>
      down ? Response.json({ message: 'down' }, { status: 503 }) : [summaryRow({})],
    'GET jobs_with_counts': () => [],
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  renderPage(routes, '/campaigns')
  const again = await screen.findByRole('button', { name: 'Try again' })
  down = false
  await userEvent.click(again)
  expect(await screen.findByRole('link', { name: 'Plumber - London Plumber' })).toBeVisible()
})
