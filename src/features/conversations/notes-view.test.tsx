// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import { type KeptMark, KeptMarksContext } from '../../ui/offline/kept-marks.ts'
import { NotesView } from './notes-view.tsx'

const ME = '11111111-1111-4111-8111-111111111111'
const CARD = '44444444-4444-4444-8444-444444444444'
const RECIPIENT = '55555555-5555-4555-8555-555555555555'
const JOB = '66666666-6666-4666-8666-666666666666'
const CAMPAIGN = '77777777-7777-4777-8777-777777777777'

const note = (nth: string, fields: object) => ({
  id: `8888888${nth}-8888-4888-8888-888888888888`,
  authorId: ME,
  author: 'Robin Hale',
  action: 'note',
  body: `Note ${nth}`,
  at: '2026-09-01T10:00:00Z',
  jobId: null,
  candidateId: null,
  campaignId: null,
  recipientId: null,
  ...fields,
})

function open(viewer: object = {}, marks: readonly KeptMark[] = []) {
  const frontend = provideFakeFrontend({
    'POST rpc/list_notes': () => [
      note('1', { jobId: JOB, candidateId: CARD, about: 'Plumber' }),
      note('2', { campaignId: CAMPAIGN, recipientId: RECIPIENT, about: 'Plumber - London' }),
    ],
    'DELETE campaign_candidate_notes': () => [],
    'POST candidate_notes': () => [],
  })
  const subject = { kind: 'card', id: CARD } as const
  const element = (
    <KeptMarksContext value={marks}>
      <NotesView subject={subject} others={[RECIPIENT]} />
    </KeptMarksContext>
  )
  renderPage([{ path: '/', element }], '/', viewer)
  return { frontend }
}

test('notes on the card and from its campaigns stand together, each with where it was written', async () => {
  open()
  const [onCard, inCampaign] = await screen.findAllByRole('listitem')
  expect(onCard).toHaveTextContent('Robin Hale, on the board of Plumber')
  if (inCampaign === undefined) throw new Error('two notes expected')
  expect(
    within(inCampaign).getByRole('link', { name: 'in the campaign Plumber - London' }),
  ).toHaveAttribute('href', `/campaigns/${CAMPAIGN}/recipients/${RECIPIENT}?part=notes`)
})

test('a note is deleted where it was written', async () => {
  const { frontend } = open()
  const [, inCampaign] = await screen.findAllByRole('button', { name: 'Delete note' })
  if (inCampaign === undefined) throw new Error('two buttons expected')
  await userEvent.click(inCampaign)
  expect(frontend.requests.map(({ call }) => call)).toContain('DELETE campaign_candidate_notes')
})

test('a viewer reads them all and changes none', async () => {
  open({ role: 'viewer', canWrite: false })
  expect(await screen.findAllByRole('listitem')).toHaveLength(2)
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Delete note' })).not.toBeInTheDocument()
})

test('a note that waits stands first, wherever about the person it was written', async () => {
  const waiting = (id: string, subjectId: string) => {
    const text = `Written underground ${id}`
    return { id, subjectId, text, edit: undefined, writtenAt: 0, refused: false }
  }
  open({}, [waiting('a', CARD), waiting('b', RECIPIENT), waiting('c', JOB)])
  const entries = await screen.findAllByRole('listitem')
  expect(entries).toHaveLength(4)
  expect(entries[1]).toHaveTextContent('Waiting to be sentWritten underground b')
})
