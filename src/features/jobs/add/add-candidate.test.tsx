// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cardId, columnRows, jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { type FakeRequest, provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { JobPage } from '../page/job-page.tsx'

const OFFICE = {
  id: IDS.office,
  name: 'Paris',
  timeZone: 'Europe/Paris',
  defaultCountry: 'FR',
}

/** Opens the form on an empty board. */
async function openForm(addCard: (request: FakeRequest) => unknown) {
  const fake = provideFakeFrontend({
    'GET jobs_with_counts': () => jobRow(),
    'GET kanban_columns': () => columnRows('contacted', 'interview'),
    'POST rpc/board_counts': () => ({}),
    'GET candidates_with_columns': () => [],
    'POST rpc/add_card': addCard,
  })
  renderPage([{ path: '/jobs/:jobId', element: <JobPage /> }], `/jobs/${IDS.job}`, {
    offices: [OFFICE],
  })
  await screen.findByText('Nobody on this board yet')
  await userEvent.click(screen.getAllByRole('button', { name: 'Add candidate' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog', { name: 'Add candidate' }))
  const sent = () =>
    fake.requests.filter(({ call }) => call === 'POST rpc/add_card').map(({ body }) => body)
  return { form, sent }
}

const added = () => ({ result: 'ok', card: { id: cardId(1), status: 'contacted', version: 1 } })

test('a number without a country code is read in the office’s country', async () => {
  const { form, sent } = await openForm(added)
  await userEvent.type(form.getByLabelText(/^Name/), ' Ana  Novak ')
  await userEvent.type(form.getByLabelText('Phone'), '06 39 98 01 23')
  expect(await form.findByText(/^Read as \+33 6 39 98 01 23/)).toBeVisible()
  await userEvent.click(form.getByRole('button', { name: 'Add to board' }))
  await waitFor(() => {
    expect(sent()[0]).toMatchObject({
      p_name: 'Ana Novak',
      p_phone_e164: '+33639980123',
      p_phone_given: '06 39 98 01 23',
      p_status: 'contacted',
    })
  })
})

test('a fault of the phone says what to do, and nothing is sent', async () => {
  const { form, sent } = await openForm(added)
  await userEvent.type(form.getByLabelText(/^Name/), 'Ana Novak')
  await userEvent.type(form.getByLabelText('Phone'), '+447700900123 / +447700900124')
  await userEvent.click(form.getByRole('button', { name: 'Add to board' }))
  expect(await form.findByText(/There are several numbers here/)).toBeVisible()
  expect(sent()).toEqual([])
  await userEvent.click(form.getByRole('button', { name: 'Use +447700900124' }))
  await userEvent.click(form.getByRole('button', { name: 'Add to board' }))
  await waitFor(() => {
    expect(sent()[0]).toMatchObject({ p_phone_e164: '+447700900124' })
  })
})

test('who is on the board already is named, with the way to their card', async () => {
  const { form } = await openForm(() => ({
    result: 'exists',
    card: { id: cardId(7), name: 'Sam Otieno', status: 'interview', version: 3 },
  }))
  await userEvent.type(form.getByLabelText(/^Name/), 'Sam O')
  await userEvent.click(form.getByRole('button', { name: 'Add to board' }))
  expect(await form.findByText('Sam Otieno is on this board already, in Interview.')).toBeVisible()
  expect(form.getByRole('link', { name: 'Open card' })).toHaveAttribute(
    'href',
    `/jobs/${IDS.job}/candidates/${cardId(7)}`,
  )
  expect(form.getByLabelText(/^Name/)).toHaveValue('Sam O')
})
