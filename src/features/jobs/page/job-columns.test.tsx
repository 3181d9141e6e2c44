// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { cardRow, columnRows } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { layOutBoard, provideBoard } from '../../../../tests/support/fake-board.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { JobPage } from './job-page.tsx'

const ROUTES = [{ path: '/jobs/:jobId', element: <JobPage /> }]
const COLUMNS = columnRows('contacted', 'interview', 'rejected')

beforeEach(layOutBoard)

async function choose(column: string, entry: string): Promise<void> {
  const name = `Actions for column ${column}`
  await userEvent.click(await screen.findByRole('button', { name }))
  await userEvent.click(await screen.findByRole('menuitem', { name: entry }))
}

const order = () =>
  screen.getAllByRole('region').map((region) => region.getAttribute('data-column'))

test('a new column stands right of the one it was asked for', async () => {
  const { fake } = provideBoard([cardRow(1)], { 'POST rpc/add_column': () => COLUMNS[0] })
  renderPage(ROUTES, `/jobs/${IDS.job}`)
  await choose('Contacted', 'Add a column to the right')
  const dialog = within(await screen.findByRole('dialog', { name: 'Add column' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add column' }))
  expect(dialog.getByText('Give the column a name.')).toBeVisible()
  await userEvent.type(dialog.getByLabelText('Name'), 'Shortlist')
  await userEvent.click(dialog.getByRole('radio', { name: 'Violet' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add column' }))
  await waitFor(() => {
    const sent = fake.requests.find(({ call }) => call === 'POST rpc/add_column')?.body
    expect(sent).toMatchObject({ p_name: 'Shortlist', p_colour: 'violet', p_after: 'contacted' })
  })
})

test('a column that somebody else renamed shows theirs, and what was typed stays', async () => {
  const theirs = { ...COLUMNS[0], name: 'Reached', version: 2 }
  provideBoard([cardRow(1)], {
    'PATCH kanban_columns': () => [],
    'GET kanban_columns': ({ search }) => (search.get('id') === null ? COLUMNS : theirs),
  })
  renderPage(ROUTES, `/jobs/${IDS.job}`)
  await choose('Contacted', 'Name, colour, meaning')
  const dialog = within(await screen.findByRole('dialog', { name: 'Column Contacted' }))
  await userEvent.type(dialog.getByLabelText('Name'), ' once')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByText(/Theirs: “Reached”/)).toBeVisible()
  expect(dialog.getByLabelText('Name')).toHaveValue('Contacted once')
})

test('arrow keys on a column’s grip move it at once; it goes back where somebody else moved them', async () => {
  let answer: (value: unknown) => void = () => {}
  const { fake } = provideBoard([cardRow(1)], {
    'POST rpc/order_columns': () => new Promise((resolve) => (answer = resolve)),
  })
  renderPage(ROUTES, `/jobs/${IDS.job}`)
  const grip = await screen.findByRole('button', { name: 'Move column Contacted' })
  grip.focus()
  await userEvent.keyboard('{ArrowRight}')
  await waitFor(() => {
    expect(order()).toEqual(['interview', 'contacted', 'rejected'])
  })
  await waitFor(() => {
    expect(fake.requests.map(({ call }) => call)).toContain('POST rpc/order_columns')
  })
  answer({ result: 'conflict', keys: ['contacted', 'interview', 'rejected'] })
  expect(await screen.findByText(/Somebody else moved the columns meanwhile/)).toBeVisible()
  await waitFor(() => {
    expect(order()).toEqual(['contacted', 'interview', 'rejected'])
  })
})

test('deleting a column asks where its cards go; new cards and refusals keep theirs', async () => {
  const { fake } = provideBoard([cardRow(1, { status: 'interview' })], {
    'POST rpc/delete_column': () => ({ result: 'ok', changeId: crypto.randomUUID(), changed: 1 }),
  })
  renderPage(ROUTES, `/jobs/${IDS.job}`)
  await choose('Interview', 'Delete column')
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete column Interview?' }))
  expect(dialog.getByText(/1 card in it goes to another column/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Delete column' }))
  await waitFor(() => {
    const sent = fake.requests.find(({ call }) => call === 'POST rpc/delete_column')?.body
    expect(sent).toMatchObject({ p_to: 'contacted', p_version: 1 })
  })
  await userEvent.click(screen.getByRole('button', { name: 'Actions for column Rejected' }))
  expect(await screen.findByRole('menuitem', { name: 'Delete column' })).toBeDisabled()
})
