// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { cardId, cardRow } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { layOutBoard, provideBoard } from '../../../../tests/support/fake-board.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { listenToUndo, type UndoOffer } from '../../../ui/feedback/undo.ts'
import { JobPage } from './job-page.tsx'

const CHANGE = '99999999-0000-4000-8000-000000000001'
const changed = (answer: object = {}) => ({
  changeId: CHANGE,
  changed: 2,
  left: [],
  gone: 0,
  ...answer,
})

beforeEach(layOutBoard)

function renderBoard(viewer: Parameters<typeof renderPage>[2] = {}, search = '') {
  const routes = [{ path: '/jobs/:jobId', element: <JobPage /> }]
  return renderPage(routes, `/jobs/${IDS.job}${search}`, viewer)
}

async function selectBoth(): Promise<void> {
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Person 1' }))
  const user = userEvent.setup()
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: 'Select Person 2' }))
  await user.keyboard('{/Shift}')
}

async function moveTo(column: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Move' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: column }))
}

const inColumn = async (name: string) =>
  within(await screen.findByRole('region', { name: new RegExp(`^${name}`) }))

test('selected cards move together at once, with what was seen of each, and one undo', async () => {
  let answer: (value: unknown) => void = () => {}
  const { fake, cards } = provideBoard([cardRow(1), cardRow(2)], {
    'POST rpc/change_cards': () => new Promise((resolve) => (answer = resolve)),
    'POST rpc/undo_board_change': () => ({ restored: 2, left: 0 }),
  })
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  renderBoard()
  await selectBoth()
  expect(screen.getByText('2 selected')).toBeVisible()
  await moveTo('Interview')
  expect(await (await inColumn('Interview, 2')).findAllByRole('article')).toHaveLength(2)
  expect(screen.queryByText('2 selected')).toBeNull()
  const sent = fake.requests.find(({ call }) => call === 'POST rpc/change_cards')?.body
  expect(sent).toMatchObject({
    p_change: { status: 'interview' },
    p_cards: [
      { id: cardId(1), seen: 'contacted' },
      { id: cardId(2), seen: 'contacted' },
    ],
  })
  cards.rows = [1, 2].map((nth) => cardRow(nth, { status: 'interview' }))
  answer(changed())
  await waitFor(() => {
    expect(offers.map(({ message }) => message)).toEqual(['Moved 2 people to Interview'])
  })
  cards.rows = [cardRow(1), cardRow(2)]
  void offers[0]?.undo()
  expect(await (await inColumn('Contacted, 2')).findAllByRole('article')).toHaveLength(2)
  stop()
})

test('cards that could not be changed lie where they were', async () => {
  provideBoard([cardRow(1), cardRow(2)], {
    'POST rpc/change_cards': () => Response.json({ message: 'down' }, { status: 503 }),
  })
  renderBoard()
  await selectBoth()
  await moveTo('Interview')
  expect(await (await inColumn('Contacted, 2')).findAllByRole('article')).toHaveLength(2)
})

test('who was changed by others meanwhile is shown beside what was wanted, and can be changed all the same', async () => {
  const sent: unknown[] = []
  provideBoard([cardRow(1), cardRow(2)], {
    'POST rpc/change_cards': ({ body }) => {
      sent.push((body as { p_cards: unknown }).p_cards)
      const left = { id: cardId(2), name: 'Person 2', present: 'rejected', setBy: 'person' }
      return sent.length === 1 ? changed({ changed: 1, left: [left] }) : changed({ changed: 1 })
    },
  })
  renderBoard()
  await selectBoth()
  await moveTo('Interview')
  const dialog = within(await screen.findByRole('dialog', { name: '1 person changed meanwhile' }))
  expect(dialog.getByRole('row', { name: 'Person 2 Rejected Interview' })).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Change them all the same' }))
  await waitFor(() => {
    expect(sent[1]).toEqual([{ id: cardId(2) }])
  })
})

test('X selects the card in focus, and Escape leaves the selection', async () => {
  provideBoard([cardRow(1)])
  renderBoard()
  const link = await screen.findByRole('link', { name: 'Person 1' })
  link.focus()
  await userEvent.keyboard('x')
  expect(screen.getByText('1 selected')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByText('1 selected')).toBeNull()
})

test('who may only look selects nothing', async () => {
  provideBoard([cardRow(1)])
  renderBoard({ role: 'viewer', canWrite: false })
  const link = await screen.findByRole('link', { name: 'Person 1' })
  expect(screen.queryByRole('checkbox')).toBeNull()
  link.focus()
  await userEvent.keyboard('x')
  expect(screen.queryByText('1 selected')).toBeNull()
})

test('newly interested people are those whom automation moved there and nobody has touched since', async () => {
  const { fake } = provideBoard([cardRow(1)])
  renderBoard({}, '?show=new')
  await screen.findByRole('link', { name: 'Person 1' }).catch(() => undefined)
  const asked = fake.requests.filter(({ call }) => call === 'GET candidates_with_columns')
  const { search } = asked[0] ?? {}
  expect(search?.getAll('status')).toContain('eq.interested')
  expect(search?.get('status_set_by')).toBe('eq.automation')
})

test('assignee, tag and follow-up in the address are asked of the database', async () => {
  const { fake } = provideBoard([cardRow(1)])
  renderBoard({}, '?assignee=nobody&tag=CSCS&show=due&show=suggested')
  await screen.findByRole('link', { name: 'Person 1' }).catch(() => undefined)
  const { search } = fake.requests.find(({ call }) => call === 'GET candidates_with_columns') ?? {}
  expect(search?.get('assigned_to')).toBe('is.null')
  expect(search?.get('tags')).toBe('cs.{CSCS}')
  expect(search?.get('follow_up_on')).toMatch(/^lte\.\d{4}-\d{2}-\d{2}$/)
  expect(search?.get('suggested_status')).toBe('not.is.null')
})
