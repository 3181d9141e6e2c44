// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { JobsPage } from './jobs-page.tsx'

const ROUTES = [
  { path: '/jobs', element: <JobsPage /> },
  { path: '/jobs/:jobId', element: <p>The job’s page</p> },
]
const office = (id: string, name: string) => ({
  id,
  name,
  timeZone: 'Europe/London',
  defaultCountry: 'GB',
})

test('every number of a job opens the list it counts', async () => {
  provideFakeFrontend({
    'GET jobs_with_counts': () => [
      jobRow({ candidates: 40, hired: 2, suggestions: 3, campaigns: 4, running_campaigns: 1 }),
    ],
  })
  renderPage(ROUTES, '/jobs')
  const table = within(await screen.findByRole('table', { name: 'Jobs' }))
  const hrefOf = (name: string) => table.getByRole('link', { name }).getAttribute('href')
  expect(hrefOf('40 candidates for Plumber')).toBe(`/jobs/${IDS.job}`)
  expect(hrefOf('2 hired for Plumber')).toBe(`/jobs/${IDS.job}?column=hired`)
  expect(hrefOf('3 suggestions for Plumber')).toBe(`/jobs/${IDS.job}?show=suggested`)
  expect(hrefOf('1 running campaigns for Plumber')).toBe(`/campaigns?job=${IDS.job}&state=running`)
  expect(table.getByText('of 5')).toBeVisible()
})

test('an empty list teaches the first step; who may only look is told who can', async () => {
  provideFakeFrontend({ 'GET jobs_with_counts': () => [] })
  renderPage(ROUTES, '/jobs', { canWrite: false })
  expect(await screen.findByText('No jobs yet')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'New job' })).toBeNull()
})

test('search and state are asked of the database and stand in the address', async () => {
  const { requests } = provideFakeFrontend({ 'GET jobs_with_counts': () => [] })
  const { router } = renderPage(ROUTES, '/jobs?state=open', { officeId: IDS.office })
  await screen.findByText('Nothing matches these filters')
  await userEvent.type(screen.getByRole('searchbox'), 'plumber{Enter}')
  await waitFor(() => {
    const asked = requests.at(-1)?.search
    expect(asked?.get('or')).toContain('title.ilike.%plumber%')
    expect(asked?.get('state')).toBe('eq.open')
    expect(asked?.get('office_id')).toBe(`eq.${IDS.office}`)
  })
  expect(router.state.location.search).toBe('?search=plumber&state=open')
})

test('a new job is checked, saved for the chosen office, and opened', async () => {
  const { requests } = provideFakeFrontend({
    'GET jobs_with_counts': ({ search }) => (search.has('id') ? jobRow() : []),
    'POST jobs': () => new Response(null, { status: 201 }),
  })
  const offices = [office(IDS.office, 'London'), office(IDS.dataset, 'Leeds')]
  renderPage(ROUTES, '/jobs', { offices, officeId: IDS.dataset })
  await screen.findByText('No jobs yet')
  await userEvent.click(screen.getAllByRole('button', { name: 'New job' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog', { name: 'New job' }))
  await userEvent.click(form.getByRole('button', { name: 'Create job' }))
  expect(form.getByText('Give the job a title.')).toBeVisible()
  await userEvent.type(form.getByLabelText(/^Job title/), 'Plumber')
  await userEvent.click(form.getByRole('button', { name: 'Create job' }))
  expect(await screen.findByText('The job’s page')).toBeVisible()
  expect(requests.find(({ call }) => call === 'POST jobs')?.body).toMatchObject({
    title: 'Plumber',
    office_id: IDS.dataset,
  })
})
