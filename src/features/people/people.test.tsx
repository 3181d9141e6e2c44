// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { failure, provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import { listenToUndo, type UndoOffer } from '../../ui/feedback/undo.ts'
import { DuplicatesPage } from './duplicates/duplicates-page.tsx'
import { PeoplePage } from './list/people-page.tsx'
import { PersonPage } from './person/person-page.tsx'

const SAM = '33333333-3333-4333-8333-333333333333'
const SAMUEL = '44444444-4444-4444-8444-444444444444'
const OTHER = '55555555-5555-4555-8555-555555555555'
const person = {
  id: SAM,
  name: 'Sam Doyle',
  phone: '+447700900123',
  phoneValid: true,
  phoneGiven: '',
  email: 'sam@example.org',
  tags: ['night', 'night'],
  lastAt: '2026-09-01T10:00:00Z',
  cards: 1,
  pools: 1,
  campaigns: 1,
  optedOut: true,
}
const record = {
  person,
  phones: ['+447700900123', '+447700900124'],
  otherOffices: true,
  contact: {
    optedOut: true,
    lastContactedAt: null,
    contactCount: 0,
    coolDownUntil: null,
    active: { campaignId: null, name: null },
    suppressions: [],
  },
  timeZone: { own: null as string | null, offices: ['Europe/London'] },
  cards: [],
  members: [],
  recipients: [
    {
      id: OTHER,
      campaignId: SAMUEL,
      campaignName: 'Plumber - London',
      campaignState: 'running',
      phone: null,
      name: 'Sam',
      deliveryState: 'confirmed',
      exclusionReason: null,
      status: 'interested',
      messages: 3,
      calls: 1,
      lastMessage: 'See you Monday',
      lastAt: '2026-09-01T10:00:00Z',
    },
  ],
  notes: [],
  events: [],
  merges: [
    {
      id: OTHER,
      phone: '+447700900124',
      at: '2026-09-01T10:00:00Z',
      by: 'Robin',
      cards: 1,
      members: 0,
      recipients: 0,
    },
  ],
}
const pair = {
  people: [person, { ...person, id: SAMUEL, name: 'Samuel Doyle', cards: 3 }],
  reasons: [{ reason: 'email', detail: 'sam@example.org' }],
}
const routes = [
  { path: '/people', element: <PeoplePage /> },
  { path: '/people/duplicates', element: <DuplicatesPage /> },
  { path: '/people/:personId', element: <PersonPage /> },
]
const nobody = { total: 0, capped: false, items: [] }
const noPairs = { total: 0, items: [] }

test('what was said is shown with the words that were searched for, which stand in the address', async () => {
  const match = {
    kind: 'message',
    text: 'I start on Monday',
    recipientId: OTHER,
    campaignId: OTHER,
  }
  const { requests } = provideFakeFrontend({
    'POST rpc/people_tags': () => [{ tag: 'night', count: 2 }],
    'POST rpc/search_people': () => ({ total: 1, capped: false, items: [{ ...person, match }] }),
  })
  renderPage(routes, '/people?search=monday&place=campaign')
  expect(await screen.findByRole('link', { name: 'Sam Doyle' })).toHaveAttribute(
    'href',
    `/people/${SAM}`,
  )
  expect(screen.getByText('Monday').tagName).toBe('MARK')
  expect(screen.getByText('Opted out')).toBeVisible()
  const asked = requests.find(({ call }) => call === 'POST rpc/search_people')
  expect(asked?.body).toMatchObject({ p_query: 'monday', p_place: 'campaign', p_page: 0 })
})

test('nobody at all teaches the first step, nobody for a search how to search', async () => {
  provideFakeFrontend({ 'POST rpc/people_tags': () => [], 'POST rpc/search_people': () => nobody })
  const { router } = renderPage(routes, '/people')
  expect(await screen.findByRole('link', { name: 'Import CSV' })).toBeVisible()
  await router.navigate('/people?search=zzz')
  expect(await screen.findByText(/at least four digits/)).toBeVisible()
})

test('a list that could not be read says so and is asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let down = true
  provideFakeFrontend({
    'POST rpc/people_tags': () => [],
    'POST rpc/search_people': () =>
      down ? Response.json({ message: 'x' }, { status: 503 }) : nobody,
  })
  renderPage(routes, '/people')
  const again = await screen.findByRole('button', { name: 'Try again' })
  down = false
  await userEvent.click(again)
  expect(await screen.findByText('Nobody here yet')).toBeVisible()
})

test('a person’s page links to the conversation, and keeps to itself what another office does', async () => {
  provideFakeFrontend({
    'POST rpc/person_record': () => record,
    'POST rpc/list_duplicates': () => noPairs,
  })
  renderPage(routes, `/people/${SAM}`, { canWrite: false })
  expect(await screen.findByRole('link', { name: 'Plumber - London' })).toHaveAttribute(
    'href',
    `/campaigns/${SAMUEL}/recipients/${OTHER}`,
  )
  expect(screen.getByText('In contact now by another office')).toBeVisible()
  expect(screen.getByText(/no campaign contacts this person/)).toBeVisible()
  // A viewer changes nothing.
  for (const name of ['Undo merge', 'Erase person', 'Export', 'Change']) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
})

test('a person’s time zone is told once, shown at once, and the one before can be had back', async () => {
  let own: string | null = null
  const { requests } = provideFakeFrontend({
    'POST rpc/person_record': () => ({ ...record, timeZone: { ...record.timeZone, own } }),
    'POST rpc/list_duplicates': () => noPairs,
    'POST rpc/set_person_time_zone': ({ body }) => {
      own = (body as { p_time_zone: string | null }).p_time_zone
      return null
    },
  })
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  renderPage(routes, `/people/${SAM}`)
  expect(await screen.findByText(/^Time zone: Europe\/London/)).toBeVisible()
  expect(screen.getByText(/From the office/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Change' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('combobox', { name: 'Time zone' }), 'Warsaw')
  await userEvent.click(await screen.findByRole('option', { name: 'Europe/Warsaw' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/^Time zone: Europe\/Warsaw/)).toBeVisible()
  expect(screen.getByText(/Told by a person/)).toBeVisible()
  await vi.waitFor(() => {
    expect(offers.map(({ message }) => message)).toEqual(['Time zone is now Europe/Warsaw'])
  })
  await offers[0]?.undo()
  expect(await screen.findByText(/^Time zone: Europe\/London/)).toBeVisible()
  const told = requests.filter(({ call }) => call === 'POST rpc/set_person_time_zone')
  expect(told.map(({ body }) => body)).toEqual([
    { p_person: SAM, p_time_zone: 'Europe/Warsaw' },
    { p_person: SAM, p_time_zone: null },
  ])
  stop()
})

test('a time zone that was refused is shown as it was', async () => {
  provideFakeFrontend({
    'POST rpc/person_record': () => record,
    'POST rpc/list_duplicates': () => noPairs,
    'POST rpc/set_person_time_zone': () => failure(403, 'forbidden:read_only', 'No'),
  })
  renderPage(routes, `/people/${SAM}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('combobox', { name: 'Time zone' }), 'Warsaw')
  await userEvent.click(await screen.findByRole('option', { name: 'Europe/Warsaw' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/^Time zone: Europe\/London/)).toBeVisible()
})

test('who was merged leads to whom they were merged into', async () => {
  provideFakeFrontend({
    'POST rpc/person_record': ({ body }) =>
      (body as { p_person: string }).p_person === SAMUEL ? { mergedInto: SAM } : record,
    'POST rpc/list_duplicates': () => noPairs,
  })
  const { router } = renderPage(routes, `/people/${SAMUEL}`)
  expect(await screen.findByRole('heading', { name: 'Sam Doyle' })).toBeVisible()
  expect(router.state.location.pathname).toBe(`/people/${SAM}`)
})

test('of two the one with more is kept unless another is chosen, and a conflict merges nobody', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { requests } = provideFakeFrontend({
    'POST rpc/list_duplicates': () => ({ total: 1, items: [pair] }),
    'POST rpc/merge_people': () => ({ result: 'conflict' }),
  })
  renderPage(routes, '/people/duplicates')
  expect(await screen.findByText('Same e-mail')).toBeVisible()
  const [sam, samuel] = screen.getAllByRole('radio')
  expect(samuel).toBeChecked()
  if (sam !== undefined) await userEvent.click(sam)
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/Everything of Samuel Doyle goes over to Sam Doyle/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }))
  const asked = requests.find(({ call }) => call === 'POST rpc/merge_people')
  expect(asked?.body).toMatchObject({ p_keep: SAM, p_merge: SAMUEL })
  // The question stands, to be looked at again.
  expect(screen.getByRole('dialog')).toBeVisible()
})

test('an export that is refused is told, and nothing is saved', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { requests } = provideFakeFrontend({
    'POST rpc/person_record': () => record,
    'POST rpc/list_duplicates': () => noPairs,
    'POST rpc/export_person': () => failure(400, 'forbidden:read_only', 'You can look at this.'),
  })
  const save = vi.spyOn(URL, 'createObjectURL')
  renderPage(routes, `/people/${SAM}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'All that is held, as CSV' }))
  await vi.waitFor(() => {
    expect(requests.some(({ call }) => call === 'POST rpc/export_person')).toBe(true)
  })
  expect(save).not.toHaveBeenCalled()
})
