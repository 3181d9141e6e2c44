// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { listenToUndo, type UndoOffer } from '../../../ui/feedback/undo.ts'
import { PeoplePage } from '../list/people-page.tsx'

const FITTERS = '33333333-3333-4333-8333-333333333333'
const OFFICE = '44444444-4444-4444-8444-444444444444'
const row = {
  id: FITTERS,
  office_id: OFFICE,
  owner_id: OFFICE,
  name: 'Gas fitters',
  shared: true,
  filter: { search: 'gas', tag: 'night', place: '' },
}
const offices = [{ id: OFFICE, name: 'Leeds', timeZone: 'Europe/London', defaultCountry: 'GB' }]

function open(address: string, rows: readonly object[], viewer: object = {}) {
  const saved = { rows: [...rows] }
  const fake = provideFakeFrontend({
    'GET people_segments': () => saved.rows,
    'POST rpc/people_tags': () => [{ tag: 'night', count: 2 }],
    'POST rpc/search_people': () => ({ total: 0, capped: false, items: [] }),
    'POST rpc/save_segment': () => null,
    'POST rpc/delete_segment': () => null,
  })
  const { router } = renderPage([{ path: '/people', element: <PeoplePage /> }], address, {
    offices,
    ...viewer,
  })
  const bodiesOf = (name: string) =>
    fake.requests.filter(({ call }) => call === `POST rpc/${name}`).map(({ body }) => body)
  return { router, saved, bodiesOf }
}

async function choose(name: string | RegExp): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Segments' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}

test('a segment is opened by its address and asks for what it keeps', async () => {
  const { bodiesOf } = open(`/people?segment=${FITTERS}`, [row])
  expect(await screen.findByText('Segment “Gas fitters”')).toBeVisible()
  expect(screen.getByRole('searchbox')).toHaveValue('gas')
  expect(bodiesOf('search_people')).toMatchObject([{ p_query: 'gas', p_tag: 'night' }])
})

test('what is asked for is saved under a name, and its address opened', async () => {
  const { router, bodiesOf } = open('/people?search=gas&place=board', [])
  await choose(/^Save this search/)
  const dialog = within(await screen.findByRole('dialog', { name: 'Save as a segment' }))
  expect(dialog.getByText(/“gas” · Known from: A board/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Save segment' }))
  expect(dialog.getByText('Give the segment a name.')).toBeVisible()
  await userEvent.type(dialog.getByLabelText('Name'), 'Fitters ')
  await userEvent.click(dialog.getByRole('checkbox', { name: 'For the whole office' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save segment' }))
  await waitFor(() => {
    expect(bodiesOf('save_segment')).toMatchObject([
      {
        p_name: 'Fitters',
        p_office: OFFICE,
        p_shared: true,
        p_filter: { search: 'gas', tag: '', place: 'board' },
      },
    ])
  })
  expect(router.state.location.search).toMatch(/^\?segment=/)
})

test('a changed filter can be saved to the segment it began from', async () => {
  const { bodiesOf } = open(`/people?segment=${FITTERS}&search=boiler`, [row])
  expect(await screen.findByText('Segment “Gas fitters”, changed')).toBeVisible()
  await choose('Save the changes to “Gas fitters”')
  await waitFor(() => {
    expect(bodiesOf('save_segment')).toMatchObject([
      { p_id: FITTERS, p_name: 'Gas fitters', p_filter: { search: 'boiler', tag: '' } },
    ])
  })
})

test('a deleted segment leads to everybody and can be had back', async () => {
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  const { router, saved, bodiesOf } = open(`/people?segment=${FITTERS}`, [row])
  await screen.findByText('Segment “Gas fitters”')
  saved.rows = []
  await choose('Delete this segment')
  await waitFor(() => {
    expect(router.state.location.search).toBe('')
  })
  expect(bodiesOf('delete_segment')).toEqual([{ p_id: FITTERS }])
  await offers[0]?.undo()
  expect(bodiesOf('save_segment')).toMatchObject([{ p_id: FITTERS, p_name: 'Gas fitters' }])
  stop()
})

test('who may only look opens segments and changes none', async () => {
  open(`/people?segment=${FITTERS}`, [row], { role: 'viewer', canWrite: false })
  await userEvent.click(await screen.findByRole('button', { name: 'Segments' }))
  expect(await screen.findByRole('menuitem', { name: 'Gas fitters' })).toBeVisible()
  expect(screen.queryByRole('menuitem', { name: /Delete|Rename|Save/ })).toBeNull()
})

test('a segment that is gone says so and shows everybody', async () => {
  open(`/people?segment=${FITTERS}`, [])
  expect(await screen.findByText(/not there any more/)).toBeVisible()
})
