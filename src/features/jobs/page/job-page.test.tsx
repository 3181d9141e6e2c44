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

const ROUTES = [
  {
    path: '/jobs/:jobId',
    element: <JobPage />,
    children: [{ path: '/jobs/:jobId/candidates/:candidateId', element: <p>Panel</p> }],
  },
]
const ADDRESS = `/jobs/${IDS.job}`

beforeEach(layOutBoard)

const column = (name: string) =>
  within(screen.getByRole('region', { name: new RegExp(`^${name}`) }))

async function cardIn(name: string, person: string): Promise<HTMLElement> {
  const region = await screen.findByRole('region', { name: new RegExp(`^${name}`) })
  return within(region).findByRole('article', { name: person })
}

async function moveByMenu(person: string, target: string): Promise<void> {
  const link = await screen.findByRole('link', { name: person })
  link.focus()
  await userEvent.keyboard('m')
  await userEvent.click(await screen.findByRole('menuitemradio', { name: target }))
}

test('columns show their cards, counts and shares; a card says what is known', async () => {
  provideBoard([
    cardRow(1, {
      last_message: 'I can start on Monday',
      message_count: 4,
      call_count: 1,
      interested: 'yes',
      assigned_name: 'Robin Hale',
    }),
    cardRow(2),
    cardRow(3, { status: 'interview', status_set_by: 'person' }),
  ])
  renderPage(ROUTES, ADDRESS)
  const card = within(await cardIn('Contacted', 'Person 1'))
  expect(card.getByText('I can start on Monday')).toBeVisible()
  expect(card.getByText('4 WhatsApp messages')).toBeInTheDocument()
  expect(card.getByText('1 call')).toBeInTheDocument()
  expect(card.getByText('Interested')).toBeVisible()
  expect(card.getByText('Assigned to Robin Hale')).toBeInTheDocument()
  expect(column('Contacted, 2 candidates').getByText('67%')).toBeVisible()
  const other = within(await cardIn('Interview', 'Person 3'))
  expect(other.getByText('Status set by a person')).toBeInTheDocument()
})

test('a board without anybody teaches the first steps', async () => {
  provideBoard([])
  renderPage(ROUTES, ADDRESS)
  expect(await screen.findByText('Nobody on this board yet')).toBeVisible()
  expect(screen.getAllByRole('link', { name: 'New campaign' })[0]).toHaveAttribute(
    'href',
    `/campaigns/new?job=${IDS.job}`,
  )
})

test('M moves a card to another column at once, before the database has answered', async () => {
  let answer: (value: unknown) => void = () => {}
  const { fake, cards } = provideBoard([cardRow(1), cardRow(2, { status: 'interview' })], {
    'POST rpc/move_card': () => new Promise((resolve) => (answer = resolve)),
  })
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Interview')
  expect(await cardIn('Interview', 'Person 1')).toBeVisible()
  const sent = fake.requests.find(({ call }) => call === 'POST rpc/move_card')?.body
  expect(sent).toMatchObject({ p_candidate: cardId(1), p_status: 'interview', p_version: 1 })

  cards.rows = [
    cardRow(1, { status: 'interview', version: 2 }),
    cardRow(2, { status: 'interview' }),
  ]
  answer({ result: 'ok', eventId: 7, card: { id: cardId(1), status: 'interview', version: 2 } })
  await waitFor(() => {
    expect(offers.map(({ message }) => message)).toEqual(['Moved Person 1 to Interview'])
  })
  stop()
})

test('what the change feed brings while a move is on its way does not undo it', async () => {
  provideBoard([cardRow(1)], { 'POST rpc/move_card': () => new Promise(() => {}) })
  const { queries } = renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Interview')
  await cardIn('Interview', 'Person 1')
  await queries.invalidateQueries({ queryKey: ['cards', IDS.job] })
  expect(await cardIn('Interview', 'Person 1')).toBeVisible()
  expect(column('Contacted').queryByRole('article')).toBeNull()
})

test('a move that fails puts the card back', async () => {
  const { fake } = provideBoard([cardRow(1)], {
    'POST rpc/move_card': () => Response.json({ message: 'down' }, { status: 503 }),
  })
  renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Interview')
  await waitFor(() => {
    expect(fake.requests.map(({ call }) => call)).toContain('POST rpc/move_card')
    expect(column('Interview').queryByRole('article')).toBeNull()
  })
  expect(await cardIn('Contacted', 'Person 1')).toBeVisible()
})

const PRESENT = { id: cardId(1), status: 'rejected', status_set_by: 'person', version: 5 }

test('a card that somebody else moved shows who did what, and can be moved all the same', async () => {
  const versions: unknown[] = []
  provideBoard([cardRow(1)], {
    'POST rpc/move_card': ({ body }) => {
      versions.push((body as { p_version: number }).p_version)
      return versions.length === 1
        ? { result: 'conflict', card: PRESENT }
        : { result: 'ok', eventId: 8, card: { ...PRESENT, status: 'interview', version: 6 } }
    },
    'GET status_events': () => [
      {
        id: 3,
        candidate_id: cardId(1),
        recipient_id: null,
        from_status: 'contacted',
        to_status: 'rejected',
        set_by: 'person',
        actor_id: IDS.dataset,
        trace: {},
        occurred_at: '2026-03-02T09:00:00Z',
      },
    ],
    'GET profiles': () => [
      { id: IDS.dataset, email: '', full_name: 'Sam Otieno', role: 'recruiter', active: true },
    ],
  })
  renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Interview')
  const dialog = within(await screen.findByRole('dialog', { name: /was changed meanwhile/ }))
  expect(await dialog.findByText(/Sam Otieno set the status to Rejected/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Move it to Interview' }))
  await waitFor(() => {
    expect(versions).toEqual([1, 5])
  })
})

test('a card whose name was edited meanwhile moves without a question', async () => {
  const versions: unknown[] = []
  provideBoard([cardRow(1)], {
    'POST rpc/move_card': ({ body }) => {
      const version = (body as { p_version: number }).p_version
      versions.push(version)
      return version === 1
        ? { result: 'conflict', card: { ...PRESENT, status: 'contacted', version: 4 } }
        : { result: 'ok', eventId: 8, card: { ...PRESENT, status: 'interview', version: 5 } }
    },
  })
  renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Interview')
  await waitFor(() => {
    expect(versions).toEqual([1, 4])
  })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('rejecting asks why, and one press is reason enough', async () => {
  const { fake } = provideBoard([cardRow(1)], {
    'POST rpc/move_card': () => new Promise(() => {}),
  })
  renderPage(ROUTES, ADDRESS)
  await moveByMenu('Person 1', 'Rejected')
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject Person 1' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Too far away' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Reject' }))
  await waitFor(() => {
    const sent = fake.requests.find(({ call }) => call === 'POST rpc/move_card')?.body
    expect(sent).toMatchObject({ p_status: 'rejected', p_reason: 'Too far away' })
  })
})

test.each([
  ['Accept', 'accept', 'Interview'],
  ['Dismiss', 'dismiss', 'Contacted'],
])('%s answers the agent’s suggestion with one press', async (verb, decision, stands) => {
  const { fake } = provideBoard([cardRow(1, { suggested_status: 'interview' })], {
    'POST rpc/decide_suggestion': () => new Promise(() => {}),
  })
  renderPage(ROUTES, ADDRESS)
  await userEvent.click(
    await screen.findByRole('button', { name: `${verb} Interview for Person 1` }),
  )
  expect(await cardIn(stands, 'Person 1')).toBeVisible()
  expect(screen.queryByText('Agent suggests')).toBeNull()
  const sent = fake.requests.find(({ call }) => call === 'POST rpc/decide_suggestion')?.body
  expect(sent).toMatchObject({ p_decision: decision, p_version: 1 })
})

test('who may only look sees the board without a way to change it', async () => {
  provideBoard([cardRow(1, { suggested_status: 'interview' })])
  renderPage(ROUTES, ADDRESS, { role: 'viewer', canWrite: false })
  const card = within(await cardIn('Contacted', 'Person 1'))
  expect(card.getByText(/Agent suggests/)).toBeVisible()
  expect(card.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Edit job' })).toBeNull()
})

test('search and filter are asked of the database, and a card opens beside the board', async () => {
  const { fake } = provideBoard([cardRow(1)])
  const { router } = renderPage(ROUTES, `${ADDRESS}?show=suggested`)
  await cardIn('Contacted', 'Person 1')
  await userEvent.type(screen.getByRole('searchbox'), '07700 900123{Enter}')
  await waitFor(() => {
    const last = fake.requests.findLast(({ call }) => call === 'GET candidates_with_columns')
    expect(last?.search.get('or')).toContain('phone_e164.like.%7700900123%')
    expect(last?.search.get('suggested_status')).toBe('not.is.null')
  })
  await userEvent.click(await screen.findByRole('link', { name: 'Person 1' }))
  expect(await screen.findByText('Panel')).toBeVisible()
  expect(router.state.location.pathname).toBe(`${ADDRESS}/candidates/${cardId(1)}`)
  expect(router.state.location.search).toContain('show=suggested')
})
