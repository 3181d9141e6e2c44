// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { IDS, recipientRow } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { getRecipient } from '../../../data/frontend/recipients.ts'
import { listenToUndo, type UndoOffer } from '../../../ui/feedback/undo.ts'
import { CareBar } from './care-bar.tsx'

const ME = '11111111-1111-4111-8111-111111111111'
const KATE = '22222222-2222-4222-8222-222222222222'
const LEEDS = '33333333-3333-4333-8333-333333333333'
const RECIPIENT = recipientRow().id

const profile = (id: string, name: string, office: string) => ({
  id,
  email: `${name}@example.org`,
  full_name: name,
  role: 'recruiter',
  active: true,
  profile_offices: [{ office_id: office }],
})

const STATE = {
  id: RECIPIENT,
  campaignId: IDS.campaign,
  campaignName: 'Plumber - London',
  jobId: null,
  jobTitle: null,
  waiting: null,
  optedOut: false,
  assignedTo: null as string | null,
  takenOverAt: null,
  takenOverBy: null,
  sessionOver: false,
  agentTold: true,
  inboundCount: 0,
  readInbound: 0,
  knownCalls: 0,
  readCalls: 0,
}

/** The bar of a conversation; `assign` answers the function, else it is done. */
async function open(
  assign: (to: string | null) => unknown = () => null,
  viewer: object = {},
  address = '/',
) {
  const state = { ...STATE }
  const fake = provideFakeFrontend({
    'GET campaign_candidates_with_stats': () => recipientRow(),
    'POST rpc/conversation_state': () => state,
    'POST rpc/assign_conversation': async ({ body }) => {
      const { p_to: to } = body as { readonly p_to: string | null }
      const answer = await assign(to)
      if (answer === null) state.assignedTo = to
      return answer
    },
    'GET profiles': () => [
      profile(KATE, 'Kate', IDS.office),
      profile(ME, 'Robin Hale', IDS.office),
      profile(LEEDS, 'Lee', '99999999-9999-4999-8999-999999999999'),
    ],
  })
  const recipient = await getRecipient(frontend(), RECIPIENT)
  renderPage([{ path: '/', element: <CareBar recipient={recipient} /> }], address, viewer)
  const asked = () => fake.requests.filter(({ call }) => call === 'POST rpc/assign_conversation')
  return { asked }
}

test('a conversation is given to a colleague of its office by keys alone, and taken back', async () => {
  const offers: UndoOffer[] = []
  const stop = listenToUndo((offer) => offers.push(offer))
  const { asked } = await open()
  ;(await screen.findByRole('button', { name: 'Assign' })).focus()
  await userEvent.keyboard('{Enter}')
  const search = await screen.findByRole('combobox', { name: 'Who looks after this conversation' })
  await waitFor(() => {
    expect(search).toHaveFocus()
  })
  expect(await screen.findByRole('option', { name: 'Kate' })).toBeInTheDocument()
  expect(screen.queryByRole('option', { name: 'Lee' })).not.toBeInTheDocument()
  await userEvent.keyboard('kat{Enter}')
  expect(await screen.findByRole('button', { name: 'With Kate' })).toHaveFocus()
  expect(asked()[0]?.body).toEqual({ p_id: RECIPIENT, p_to: KATE })
  await waitFor(() => {
    expect(offers[0]?.message).toBe('Assigned to Kate')
  })
  await offers[0]?.undo()
  expect(await screen.findByRole('button', { name: 'Assign' })).toBeInTheDocument()
  expect(asked()[1]?.body).toEqual({ p_id: RECIPIENT, p_to: null })
  stop()
})

test('who was picked shows at once, and no more where it was refused', async () => {
  const refused = Promise.withResolvers<Response>()
  await open(() => refused.promise, {}, '/?act=assign')
  await userEvent.click(await screen.findByRole('option', { name: 'Kate' }))
  expect(await screen.findByRole('button', { name: 'With Kate' })).toBeInTheDocument()
  refused.resolve(Response.json({ code: 'P0001', message: 'no' }, { status: 400 }))
  expect(await screen.findByRole('button', { name: 'Assign' })).toBeInTheDocument()
})

test('Escape closes the list and nothing else, and the focus goes back', async () => {
  await open(undefined, {}, '/?act=assign')
  await screen.findByRole('option', { name: 'Me (Robin Hale)' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Assign' })).toHaveFocus()
  })
})

test('a viewer is told who has it and is offered no list', async () => {
  await open(undefined, { role: 'viewer', canWrite: false })
  await screen.findByRole('link', { name: 'Plumber - London' })
  expect(screen.queryByRole('button', { name: 'Assign' })).not.toBeInTheDocument()
})
