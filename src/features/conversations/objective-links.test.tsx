// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { recipientRow } from '../../../tests/fixtures/campaign-rows.ts'
import { provideFakeBridge } from '../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import { RecordParts } from './record-parts.tsx'

const message = (chatId: number, body: string, sentAt: string) => ({
  id: `8888888${chatId}-8888-4888-8888-888888888888`,
  chat_id: chatId,
  direction: 'inbound',
  kind: 'text',
  hidden: false,
  body,
  sent_at: sentAt,
  time_certainty: 'exact',
  delivery_status: null,
  failure_reason: null,
  intent: null,
  raw: null,
  created_at: sentAt,
})

const answer = (key: string, eventId: number, at: string) => ({
  event_id: eventId,
  objective_key: key,
  old_value: null,
  new_value: true,
  source: 'whatsapp',
  occurred_at: at,
})

/** A conversation of two messages, the first of which set one objective and the second another. */
async function open() {
  const recipient = recipientRow()
  provideFakeBridge({})
  provideFakeFrontend({
    'GET campaign_candidates_with_stats': () => recipient,
    'POST rpc/conversation_state': () => null,
    'GET call_records': () => [],
    'GET whatsapp_messages': () => [
      message(1, 'Yes please', '2026-09-01T10:00:00Z'),
      message(2, 'I have a van', '2026-09-01T10:05:00Z'),
    ],
    'GET session_evidence': () => [
      {
        session_status: 'active',
        matched_by: 'session',
        objectives: {
          interested: { value: true, affirmed: true, at: '2026-09-01T10:01:00Z', eventId: 1 },
          has_van: { value: true, affirmed: true, at: '2026-09-01T10:06:00Z', eventId: 2 },
        },
        inbound_count: 2,
        outbound_count: 0,
        last_inbound_at: '2026-09-01T10:05:00Z',
        call_count: 0,
        gone: false,
        updated_at: '2026-09-01T10:06:00Z',
      },
    ],
    'GET objective_events': () => [
      answer('interested', 1, '2026-09-01T10:01:00Z'),
      answer('has_van', 2, '2026-09-01T10:06:00Z'),
    ],
  })
  const element = <RecordParts recipientId={recipient.id} candidateId={null} others={[]} />
  const { router } = renderPage([{ path: '/', element }], '/?view=waiting')
  await screen.findByText('Yes please')
  return router
}

test('a message’s mark opens the objective it set, and the objective its message, by keyboard', async () => {
  const user = userEvent.setup()
  const router = await open()

  screen.getByRole('link', { name: /^Interested: Yes/ }).focus()
  await user.keyboard('{Enter}')
  const objective = (await screen.findByText('Interested')).closest('li')
  await waitFor(() => {
    expect(objective).toHaveFocus()
  })
  expect(router.state.location.search).toBe('?view=waiting&part=objectives')

  await user.tab()
  expect(screen.getAllByRole('link', { name: 'Show where' })[1]).toHaveFocus()
  await user.keyboard('{Enter}')
  const said = (await screen.findByText('Yes please')).closest('li')
  await waitFor(() => {
    expect(said).toHaveFocus()
  })
})

test('the back button returns from an objective to the message whose mark was followed', async () => {
  const user = userEvent.setup()
  const router = await open()
  await user.click(screen.getByRole('link', { name: /^Has van: Yes/ }))
  await screen.findByText('Has van')
  await router.navigate(-1)
  const said = (await screen.findByText('I have a van')).closest('li')
  await waitFor(() => {
    expect(said).toHaveFocus()
  })
})
