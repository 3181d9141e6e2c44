// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { failure, provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { PATTERNS } from '../../../lib/paths.ts'
import { CallPanel } from './call-panel.tsx'
import { CallsPage } from './calls-page.tsx'

const ID = '66666666-6666-4666-8666-666666666666'
const OTHER = '55555555-5555-4555-8555-555555555555'
const URL = 'https://recordings.example/call.wav'

const LISTED = {
  id: ID,
  recipientId: OTHER,
  name: 'Ann Example',
  campaignId: OTHER,
  campaignName: 'Plumber - London',
  calledAt: '2026-09-01T10:00:00Z',
  durationSeconds: 94,
  transport: 'ended',
  disposition: 'conversation',
  reason: 'The candidate ended the call.',
  endedBy: 'candidate',
  hasRecording: true,
  summary: '',
}

const RECORD = {
  id: ID,
  call_id: 'call_1',
  called_at: '2026-09-01T10:00:00Z',
  duration_seconds: 30,
  transport: 'ended',
  answered_by: 'person',
  disposition: 'conversation',
  reason: 'The candidate ended the call.',
  ended_by: 'candidate',
  recording_url: URL,
  analysis: { call_summary: 'She agreed.', user_sentiment: 'Positive', call_successful: true },
  summary: 'She agreed.',
  call_transcript_messages: [
    { position: 0, speaker: 'agent', body: 'Hello there', start_ms: 0 },
    { position: 1, speaker: 'candidate', body: 'Hi, who is it?', start_ms: 4000 },
  ],
  campaign_candidates: {
    id: OTHER,
    forename: 'Ann',
    surname: 'Example',
    phone_e164: '+447700900100',
    campaign_id: OTHER,
    campaigns: { name: 'Plumber - London' },
  },
}

type Answers = Parameters<typeof provideFakeFrontend>[0]

function open(address: string, record: object = {}, answers: Answers = {}, viewer: object = {}) {
  const frontend = provideFakeFrontend({
    'POST rpc/list_calls': () => ({ items: [LISTED], total: 1 }),
    'GET call_records': () => ({ ...RECORD, ...record }),
    'POST rpc/recording_plays': () => [{ name: 'Robin Hale', at: '2026-09-01T11:00:00Z' }],
    'POST rpc/play_recording': () => ({ url: URL }),
    'GET campaign_summary_stats': () => [],
    ...answers,
  })
  const { router } = renderPage(
    [
      {
        path: PATTERNS.calls,
        element: <CallsPage />,
        children: [{ path: PATTERNS.call, element: <CallPanel /> }],
      },
    ],
    address,
    viewer,
  )
  return { router, frontend }
}

test('the log asks the server for what the address narrows and sorts by', async () => {
  const { frontend } = open('/calls?outcome=voicemail&duration=short&sort=-duration&page=2')
  await screen.findByText('Ann Example')
  const asked = frontend.requests.find(({ call }) => call === 'POST rpc/list_calls')
  expect(asked?.body).toMatchObject({
    p_filter: { outcomes: ['voicemail'], maxSeconds: 30 },
    p_sort: '-duration',
    p_page: 1,
  })
})

test('a log without calls teaches its first step', async () => {
  open('/calls', {}, { 'POST rpc/list_calls': () => ({ items: [], total: 0 }) })
  expect(await screen.findByText('No calls yet')).toBeInTheDocument()
})

test('a call shows who speaks, what the analysis found, how it ended and who listened', async () => {
  open(`/calls/${ID}`)
  expect(await screen.findByText('Hi, who is it?')).toBeInTheDocument()
  expect(screen.getAllByText('Ann Example').length).toBeGreaterThan(1)
  expect(screen.getByText('User sentiment')).toBeInTheDocument()
  expect(screen.getByText('Positive')).toBeInTheDocument()
  expect(screen.getAllByText('The candidate ended the call.').length).toBeGreaterThan(0)
  expect(await screen.findByText('Played 1 time')).toBeInTheDocument()
  expect(screen.queryByText(/estimated/)).toBeNull()
})

test('a line’s time opens the recording there, and the line that is heard is marked', async () => {
  open(`/calls/${ID}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Play from 0:04' }))
  const audio = await screen.findByLabelText<HTMLAudioElement>(/Recording of the call/)
  expect(audio).toHaveAttribute('src', URL)
  expect(audio.currentTime).toBe(4)
  audio.currentTime = 1
  fireEvent.timeUpdate(audio)
  expect(screen.getByRole('button', { name: 'Play from 0:00' })).toHaveAttribute('aria-current')
  fireEvent.error(audio)
  expect(await screen.findByText(/The recording can’t be played/)).toBeInTheDocument()
})

test('times the provider did not give are called estimated', async () => {
  const lines = RECORD.call_transcript_messages.map((line) => ({ ...line, start_ms: null }))
  open(`/calls/${ID}`, { call_transcript_messages: lines })
  expect(await screen.findByText(/estimated from what was said/)).toBeInTheDocument()
})

test('a host that nobody allowed says so, and an admin allows it', async () => {
  let allowed = false
  open(
    `/calls/${ID}`,
    {},
    {
      'POST rpc/play_recording': () =>
        allowed
          ? { url: URL }
          : failure(400, 'invalid:recording_host_not_allowed', 'Not allowed here yet.'),
      'POST rpc/allow_recording_host': () => {
        allowed = true
        return null
      },
    },
    { role: 'admin', isAdmin: true },
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Play recording' }))
  await userEvent.click(
    await screen.findByRole('button', { name: 'Allow recordings from recordings.example' }),
  )
  expect(await screen.findByLabelText(/Recording of the call/)).toBeInTheDocument()
})

test('an expired recording is not asked for', async () => {
  open(`/calls/${ID}`, {
    recording_url: `${URL}?X-Amz-Date=20200901T100000Z&X-Amz-Expires=60`,
  })
  expect(await screen.findByText(/The recording expired/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Play recording' })).toBeNull()
})

test('a call that is not over, and one whose analysis has not come, say that they wait', async () => {
  open(`/calls/${ID}`, {
    transport: 'in-progress',
    disposition: 'pending',
    recording_url: null,
    analysis: null,
    call_transcript_messages: [],
  })
  expect(await screen.findByText('This call is not over yet')).toBeInTheDocument()
})

test('a call of which nothing came for hours says so, and waits for nothing any more', async () => {
  open(`/calls/${ID}`, {
    transport: 'in-progress',
    disposition: 'pending',
    overdue_at: '2026-09-01T14:00:00Z',
    reason: 'The call is going on.',
    recording_url: null,
    analysis: null,
    call_transcript_messages: [],
  })
  expect(await screen.findByText('No result after 4 hours')).toBeVisible()
  const panel = within(screen.getByRole('dialog'))
  expect(panel.getByText('No result')).toBeVisible()
  expect(panel.queryByText(/not over yet|going on|when the call has been analysed/)).toBeNull()
})

test('a voicemail is no conversation', async () => {
  open(`/calls/${ID}`, { disposition: 'voicemail', answered_by: 'machine', analysis: null })
  expect(await screen.findByText(/does not count as a conversation/)).toBeInTheDocument()
  expect(screen.getByText(/The analysis comes some time after/)).toBeInTheDocument()
})

test('a call that is not there says so beside a log that goes on', async () => {
  open(`/calls/${ID}`, {}, { 'GET call_records': () => Response.json(null) })
  expect(await screen.findByText(/doesn’t exist any more/)).toBeInTheDocument()
  expect(await screen.findByText('1–1 of 1')).toBeInTheDocument()
})
