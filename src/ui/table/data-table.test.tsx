// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import type { Sort } from './sort.ts'
import { useSelection } from './use-selection.ts'

type Person = { readonly id: string; readonly name: string; readonly calls: number }

const PEOPLE: readonly Person[] = [
  { id: '1', name: 'Ada Marsh', calls: 2 },
  { id: '2', name: 'Ben Okoro', calls: 0 },
  { id: '3', name: 'Cleo Byrne', calls: 5 },
]

const COLUMNS: readonly Column<Person>[] = [
  { key: 'name', title: 'Name', cell: (person) => person.name, sortable: true },
  { key: 'calls', title: 'Calls', cell: (person) => person.calls, align: 'end' },
]

type ListProps = {
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  readonly onPage?: (page: number) => void
}

function List({ sort, onSort, onPage }: ListProps) {
  const selection = useSelection(PEOPLE.map((person) => person.id))
  return (
    <MemoryRouter>
      <DataTable
        label="People"
        columns={COLUMNS}
        rows={PEOPLE}
        rowKey={(person) => person.id}
        rowLabel={(person) => person.name}
        rowHref={(person) => `/people/${person.id}`}
        sort={sort}
        onSort={onSort}
        selection={selection}
        bulkActions={<button type="button">Move {selection.selected.size}</button>}
        paging={onPage && { page: 2, pageSize: 3, total: 7, onPage }}
      />
    </MemoryRouter>
  )
}

test('a row opens by a link, which any way of opening links works on', () => {
  render(<List />)
  expect(screen.getByRole('link', { name: 'Ben Okoro' })).toHaveAttribute('href', '/people/2')
})

test('the arrow keys move from row to row', async () => {
  render(<List />)
  screen.getByRole('link', { name: 'Ada Marsh' }).focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  expect(screen.getByRole('link', { name: 'Ben Okoro' })).toHaveFocus()
})

test('the sorted column says its direction, and pressing its head turns it', async () => {
  const onSort = vi.fn<(sort: Sort) => void>()
  render(<List sort={{ key: 'name', direction: 'ascending' }} onSort={onSort} />)
  const head = screen.getByRole('columnheader', { name: 'Name' })
  expect(head).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.click(within(head).getByRole('button'))
  expect(onSort).toHaveBeenCalledWith({ key: 'name', direction: 'descending' })
  expect(screen.getByRole('columnheader', { name: 'Calls' })).not.toHaveAttribute('aria-sort')
})

test('selecting rows brings the bulk bar with the count', async () => {
  render(<List />)
  expect(screen.queryByRole('region')).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ada Marsh' }))
  const bar = screen.getByRole('region', { name: 'Actions for the selected rows' })
  expect(within(bar).getByRole('status')).toHaveTextContent('1 selected')
  expect(within(bar).getByRole('button', { name: 'Move 1' })).toBeInTheDocument()
})

test('with Shift all rows between are selected', async () => {
  const user = userEvent.setup()
  render(<List />)
  await user.click(screen.getByRole('checkbox', { name: 'Select Ada Marsh' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: 'Select Cleo Byrne' }))
  await user.keyboard('{/Shift}')
  expect(screen.getByText('3 selected')).toBeInTheDocument()
})

test('the box in the head is mixed while some are selected, then takes and drops the page', async () => {
  render(<List />)
  const all = screen.getByRole('checkbox', { name: 'Select all rows on this page' })
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ben Okoro' }))
  expect(all).toBePartiallyChecked()
  await userEvent.click(all)
  expect(screen.getByText('3 selected')).toBeInTheDocument()
  await userEvent.click(all)
  expect(screen.queryByText('3 selected')).toBeNull()
})

test('the pager says which rows of how many are seen, and turns the page', async () => {
  const onPage = vi.fn<(page: number) => void>()
  render(<List onPage={onPage} />)
  const pager = screen.getByRole('navigation', { name: 'Pages of People' })
  expect(pager).toHaveTextContent('4–6 of 7')
  await userEvent.click(within(pager).getByRole('button', { name: 'Next page' }))
  expect(onPage).toHaveBeenCalledWith(3)
})

test('a phone leaves out what is for wide screens, and nothing else', () => {
  const columns = COLUMNS.map((column) => ({ ...column, wideOnly: column.key === 'calls' }))
  render(
    <MemoryRouter>
      <DataTable
        label="People"
        columns={columns}
        rows={PEOPLE}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
      />
    </MemoryRouter>,
  )
  const [name, calls] = screen.getAllByRole('columnheader')
  expect(name).not.toHaveAttribute('data-wide-only')
  expect(calls).toHaveAttribute('data-wide-only')
})
