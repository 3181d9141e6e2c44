// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FilterBar } from './filter-bar.tsx'
import { urlList, urlPage, urlText } from './url-state.ts'
import { useUrlState } from './use-url-state.ts'

const schema = z.object({
  search: urlText(),
  status: urlList(z.string()),
  job: urlText(),
  tag: urlText(),
  from: urlText(),
  to: urlText(),
  page: urlPage(),
})

const OPTIONS = [
  { value: 'interested', label: 'Interested' },
  { value: 'hired', label: 'Hired' },
]

function List() {
  const { state, setState } = useUrlState(schema)
  return (
    <FilterBar
      url={state}
      onChange={setState}
      search="Search people"
      filters={[
        { key: 'status', label: 'Status', options: OPTIONS },
        { key: 'job', label: 'Job', options: [{ value: '1', label: 'Plumber' }] },
        { key: 'tag', label: 'Tag', options: [], optional: true },
        {
          key: 'span',
          label: 'When',
          options: [{ value: 'may', label: 'In May' }],
          selected: state.from === '2026-05-01' ? 'may' : undefined,
          toPatch: (chosen) =>
            chosen === undefined ? { from: '', to: '' } : { from: '2026-05-01', to: '2026-05-31' },
        },
      ]}
    />
  )
}

function open(at: string) {
  const router = createMemoryRouter([{ path: '/', element: <List /> }], { initialEntries: [at] })
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  )
  return router
}

test('choosing in the menu puts the filter into the address and starts at the first page', async () => {
  const router = open('/?page=3')
  await userEvent.click(screen.getByRole('button', { name: 'Status' }))
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Hired' }))
  expect(router.state.location.search).toBe('?status=hired')
  expect(screen.getByRole('button', { name: 'Status: Hired' })).toBeInTheDocument()
})

test('the menu closes on Escape and the focus is back on the chip', async () => {
  open('/')
  await userEvent.click(screen.getByRole('button', { name: 'Status' }))
  expect(await screen.findByRole('menu')).toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('menuitemcheckbox')).toBeNull()
  expect(screen.getByRole('button', { name: 'Status' })).toHaveFocus()
})

test('a chip says what is chosen and can be taken away alone', async () => {
  const router = open('/?status=interested&status=hired&job=1')
  expect(screen.getByRole('button', { name: 'Status: Interested +1' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Status' }))
  expect(router.state.location.search).toBe('?job=1')
})

test('clearing the filters clears all of them at once', async () => {
  const router = open('/?status=interested&job=1')
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(router.state.location.search).toBe('')
})

test('a field that holds one value replaces it, and is off when chosen again', async () => {
  const router = open('/?status=hired')
  await userEvent.click(screen.getByRole('button', { name: 'Job' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Plumber' }))
  expect(router.state.location.search).toBe('?status=hired&job=1')
  await userEvent.click(screen.getByRole('button', { name: 'Job: Plumber' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Plumber' }))
  expect(router.state.location.search).toBe('?status=hired')
})

test('a filter that stands for two fields sets and clears both', async () => {
  const router = open('/?job=1')
  await userEvent.click(screen.getByRole('button', { name: 'When' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'In May' }))
  expect(router.state.location.search).toBe('?job=1&from=2026-05-01&to=2026-05-31')
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(router.state.location.search).toBe('')
})

test('an optional filter shows only where there is something to choose or chosen', () => {
  open('/')
  expect(screen.queryByRole('button', { name: 'Tag' })).toBeNull()
  cleanup()
  open('/?tag=night')
  expect(screen.getByRole('button', { name: 'Tag: night' })).toBeInTheDocument()
})

test('the search stands in the address and outlives the filters', async () => {
  const router = open('/?status=hired&job=1&page=2')
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search people' }), 'ana{Enter}')
  expect(router.state.location.search).toBe('?search=ana&status=hired&job=1')
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(router.state.location.search).toBe('?search=ana')
})
