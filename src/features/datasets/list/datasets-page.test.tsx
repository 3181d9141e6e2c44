// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { failure, provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { DatasetsPage } from './datasets-page.tsx'

const OFFICE = '22222222-2222-4222-8222-222222222222'
const ROW = {
  id: '33333333-3333-4333-8333-333333333333',
  office_id: OFFICE,
  name: 'Plumbers, London',
  description: 'From the spring fair',
  source: 'csv',
  created_at: '2026-09-01T10:00:00Z',
  version: 1,
  members: 1_200,
  without_phone: 3,
}
const LEEDS = { id: OFFICE, name: 'Leeds', timeZone: 'Europe/London', defaultCountry: 'GB' }
const routes = [
  { path: '/datasets', element: <DatasetsPage /> },
  { path: '/datasets/:datasetId', element: <p>the pool</p> },
]

test('a pool shows how many people are in it and opens', async () => {
  provideFakeFrontend({ 'GET datasets_with_counts': () => [ROW] })
  renderPage(routes, '/datasets')
  expect(await screen.findByText('1,200')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Plumbers, London' })).toHaveAttribute(
    'href',
    `/datasets/${ROW.id}`,
  )
})

test('an empty list teaches the first step, and a viewer is offered none', async () => {
  provideFakeFrontend({ 'GET datasets_with_counts': () => [] })
  renderPage(routes, '/datasets', { canWrite: false })
  expect(await screen.findByText('No pools yet')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Import CSV' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'New pool' })).toBeNull()
})

test('the search stands in the address and is asked of the database', async () => {
  const { requests } = provideFakeFrontend({ 'GET datasets_with_counts': () => [] })
  renderPage(routes, '/datasets?search=plumb')
  expect(await screen.findByText('Nothing matches these filters')).toBeVisible()
  expect(requests[0]?.search.get('name')).toBe('ilike.%plumb%')
})

test('a pool that was not made leaves what was entered, one that was made opens', async () => {
  let refuse = true
  provideFakeFrontend({
    'GET datasets_with_counts': ({ search }) => (search.has('id') ? Response.json(ROW) : []),
    'POST datasets': () => (refuse ? failure(400, 'invalid:x', 'Not now.') : null),
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  renderPage(routes, '/datasets', { offices: [LEEDS] })
  await userEvent.click(await screen.findByRole('button', { name: 'New pool' }))
  const create = await screen.findByRole('button', { name: 'Create pool' })
  await userEvent.click(create)
  expect(screen.getByText('Give the pool a name.')).toBeVisible()
  const name = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.type(name, 'Joiners')
  await userEvent.click(create)
  expect(name).toHaveValue('Joiners')
  refuse = false
  await userEvent.click(create)
  expect(await screen.findByText('the pool')).toBeVisible()
})
