// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FilterChips } from './filter-chips.tsx'
import { urlList, urlPage } from './url-state.ts'
import { useUrlState } from './use-url-state.ts'

const schema = z.object({ status: urlList(z.string()), job: urlList(z.string()), page: urlPage() })

const OPTIONS = [
  { value: 'interested', label: 'Interested' },
  { value: 'hired', label: 'Hired' },
]

function List() {
  const { state, setState } = useUrlState(schema)
  return (
    <FilterChips
      filters={[
        {
          key: 'status',
          label: 'Status',
          options: OPTIONS,
          selected: state.status,
          onChange: (status) => {
            setState({ status: [...status] })
          },
        },
        {
          key: 'job',
          label: 'Job',
          options: [{ value: '1', label: 'Plumber' }],
          selected: state.job,
          single: true,
          onChange: (job) => {
            setState({ job: [...job] })
          },
        },
      ]}
      onClear={() => {
        setState({ status: [], job: [] })
      }}
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
