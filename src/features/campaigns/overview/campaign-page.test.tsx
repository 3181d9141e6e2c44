// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import {
  accountingRow,
  campaignRow,
  columnRow,
  IDS,
  recipientRow,
  summaryRow,
} from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { AppError } from '../../../lib/app-error.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { CampaignPage } from './campaign-page.tsx'

// Fetched when first shown; here before the clock of the first test runs.
import './activity-tab.tsx'
import './decide-dialog.tsx'
import './duplicate-dialog.tsx'
import './results/results-tab.tsx'
import '../../../ui/feedback/confirm-modal.tsx'

const routes = [
  {
    path: PATTERNS.campaign,
    element: <CampaignPage />,
    children: [{ path: PATTERNS.campaignRecipient, element: <p>The panel</p> }],
  },
  { path: PATTERNS.editCampaign, element: <p>The wizard</p> },
]

type Rows = {
  readonly campaign?: Readonly<Record<string, unknown>>
  readonly numbers?: Readonly<Record<string, unknown>>
  readonly answers?: Readonly<Record<string, () => unknown>>
}

function provideCampaign({ campaign, numbers, answers }: Rows = {}) {
  return provideFakeFrontend({
    'GET campaigns': () => [campaignRow(campaign)],
    'GET campaign_summary_stats': () => [summaryRow(campaign)],
    'POST rpc/campaign_accounting': () => accountingRow(numbers),
    'POST rpc/campaign_results': () => ({
      reached: 40,
      objectives: [
        {
          key: 'interested',
          name: 'Interested',
          goalType: 'boolean',
          answered: 10,
          values: [
            { value: 'true', count: 7 },
            { value: 'false', count: 3 },
          ],
        },
      ],
    }),
    'GET kanban_columns': () => [
      columnRow('not-contacted', 'Not contacted', 1),
      columnRow('contacted', 'Contacted', 2),
    ],
    'GET campaign_candidates_with_stats': () => [
      recipientRow(),
      recipientRow({
        id: 'ffffffff-0000-4000-8000-000000000002',
        full_name: 'Ben Okoro',
        delivery_state: 'excluded',
        exclusion_reason: 'opted_out',
      }),
    ],
    'HEAD campaign_candidates': () => Response.json(null, { headers: { 'content-range': '*/40' } }),
    'HEAD session_evidence': () => Response.json(null, { headers: { 'content-range': '*/2' } }),
    ...answers,
  })
}

test('recipients stand with their state and the reason for it', async () => {
  provideCampaign()
  renderPage(routes, paths.campaign(IDS.campaign))
  const table = within(await screen.findByRole('table', { name: 'Recipients' }))
  expect(table.getByText('Excluded: Opted out')).toBeVisible()
  expect(table.getAllByText('Them: Yes please')).toHaveLength(2)
})

test('a task that the agents took is no cause for alarm', async () => {
  provideCampaign({
    answers: {
      'GET campaign_candidates_with_stats': () => [
        recipientRow({ delivery_state: 'unconfirmed', delivery_code: 'acknowledged' }),
      ],
    },
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  expect(await screen.findByText('Handed over')).toBeVisible()
})

test('a recipient opens beside the list, which keeps its filters', async () => {
  const { requests } = provideCampaign()
  const { router } = renderPage(routes, paths.campaign(IDS.campaign, { delivery: 'excluded' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Ben Okoro' }))
  expect(await screen.findByText('The panel')).toBeVisible()
  expect(router.state.location.search).toBe('?delivery=excluded')
  const asked = requests.findLast(({ call }) => call === 'GET campaign_candidates_with_stats')
  expect(asked?.search.get('delivery_state')).toBe('in.(excluded)')
})

test('a pause says how many conversations go on, and is told to the bridge', async () => {
  provideCampaign({ numbers: { planned: 50, waiting: 10, sent: 40, confirmed: 40 } })
  const { requests } = provideFakeBridge({
    [`post campaigns/${IDS.campaign}/pause`]: () => ({ state: 'paused', activeConversations: 38 }),
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText(/^38 conversations go on/)).toBeInTheDocument()
  expect(dialog.getByText(/^10 people wait/)).toBeInTheDocument()
  await userEvent.click(dialog.getByRole('button', { name: 'Pause campaign' }))
  await vi.waitFor(() => {
    expect(requests.map(({ call }) => call)).toEqual([`post campaigns/${IDS.campaign}/pause`])
  })
})

test('a resume that fails puts the paused state back', async () => {
  provideCampaign({ campaign: { state: 'paused', state_reason: 'The webhook refused us.' } })
  let refuse = (): void => {}
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/resume`]: () =>
      new Promise((_resolve, reject) => {
        refuse = () => {
          reject(new AppError('unavailable', 'Not now'))
        }
      }),
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  await userEvent.click(await screen.findByRole('button', { name: 'Resume' }))
  expect(await screen.findByText('Running')).toBeVisible()
  refuse()
  expect(await screen.findByText('The webhook refused us.')).toBeVisible()
})

test('an outbox that waits says why and what to do', async () => {
  provideCampaign({
    numbers: {
      planned: 5,
      waiting: 5,
      nextAttemptAt: '2026-03-02T10:05:00Z',
      lastCode: 'webhook_inactive',
    },
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  expect(await screen.findByText(/Activate the workflow/)).toBeVisible()
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 5')
})

test.each([
  ['running', 'Send again', 'retry'],
  ['running', 'Count as sent', 'take-as-sent'],
  ['stopped', 'Count as sent', 'take-as-sent'],
])('in a %s campaign people in doubt are settled by “%s”', async (state, choice, route) => {
  provideCampaign({
    campaign: { state },
    numbers: { planned: 2, sent: 2, unconfirmed: 2, needsDecision: 2 },
  })
  const { requests } = provideFakeBridge({
    [`post campaigns/${IDS.campaign}/${route}`]: () => ({ retried: 2, taken: 2 }),
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  await userEvent.click(await screen.findByRole('button', { name: 'Decide about 2' }))
  const dialog = within(await screen.findByRole('dialog'))
  const again = dialog.getByRole('radio', { name: 'Send again' })
  expect(again.hasAttribute('disabled')).toBe(state === 'stopped')
  await userEvent.click(dialog.getByRole('radio', { name: choice }))
  await userEvent.click(dialog.getByRole('button', { name: choice }))
  await vi.waitFor(() => {
    expect(requests).toHaveLength(1)
  })
})

test.each([
  [false, 1],
  [true, 0],
])(
  'a paused launch whose people all wait can be a draft again unless some was posted: %s',
  async (posted, buttons) => {
    provideCampaign({
      campaign: { state: 'paused' },
      numbers: { planned: 9, waiting: 9, posted },
    })
    renderPage(routes, paths.campaign(IDS.campaign))
    await screen.findByRole('button', { name: 'Resume' })
    expect(screen.queryAllByRole('button', { name: 'Back to draft' })).toHaveLength(buttons)
  },
)

test('where prices are set, the cost is told as an estimate, in all and by who is interested', async () => {
  const costs = { conversations: 40, callMinutes: 10, interested: 4, total: 50, currency: 'GBP' }
  provideCampaign({ answers: { 'POST rpc/campaign_costs': () => costs } })
  renderPage(routes, paths.campaign(IDS.campaign))
  const line = await screen.findByText(/^Estimated cost/)
  expect(line).toHaveTextContent('Estimated cost £50.00, £12.50 per interested candidate')
})

test('without prices there is no word of costs', async () => {
  provideCampaign({ answers: { 'POST rpc/campaign_costs': () => Response.json(null) } })
  renderPage(routes, paths.campaign(IDS.campaign))
  await screen.findByRole('region', { name: 'How far people got' })
  expect(screen.queryByText(/^Estimated cost/)).toBeNull()
})

test('who may only look sees no buttons that would be refused', async () => {
  provideCampaign()
  renderPage(routes, paths.campaign(IDS.campaign), { role: 'viewer', canWrite: false })
  await screen.findByRole('heading', { name: 'Plumber - London' })
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Duplicate' })).toBeNull()
})

test('a copy opens as a draft of its own', async () => {
  const { requests } = provideCampaign({
    campaign: { state: 'stopped' },
    answers: {
      'POST rpc/duplicate_campaign': () => ({
        result: 'ok',
        campaign: campaignRow({ state: 'draft' }),
        targets: [],
        matrices: [],
      }),
    },
  })
  renderPage(routes, paths.campaign(IDS.campaign))
  await userEvent.click(await screen.findByRole('button', { name: 'Duplicate' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('radio', { name: /^Everybody/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Make the copy' }))
  expect(await screen.findByText('The wizard')).toBeVisible()
  const asked = requests.find(({ call }) => call === 'POST rpc/duplicate_campaign')
  expect(asked?.body).toMatchObject({
    p_name: 'Plumber - London (copy)',
    p_slug: 'plumber-london-copy',
    p_without_contacted: false,
    p_uid: expect.stringMatching(/^(?=.*[a-z])(?=.*[0-9])[a-z0-9]{9}$/) as unknown,
  })
})

test('each answer to an objective opens the people who gave it', async () => {
  const { requests } = provideCampaign()
  renderPage(routes, paths.campaign(IDS.campaign, { tab: 'results' }))
  const bars = within(await screen.findByRole('list', { name: 'Interested' }))
  expect(bars.getByText('7 of 40')).toBeVisible()
  expect(bars.getByRole('link', { name: 'No answer yet' })).toBeVisible()
  await userEvent.click(bars.getByRole('link', { name: 'Yes' }))
  expect(await screen.findByRole('table', { name: 'Recipients' })).toBeVisible()
  const asked = requests.findLast(({ call }) => call === 'GET campaign_candidates_with_stats')
  expect(asked?.search.get('session_evidence.objectives->interested->>value')).toBe('eq.true')
})

test('the timeline says who did what and why', async () => {
  provideCampaign({
    answers: {
      'GET launch_batches': () => [],
      'GET status_events': () => [],
      'POST rpc/campaign_timeline': () => [
        {
          at: '2026-03-02T10:00:00Z',
          action: 'pause',
          who: null,
          details: { from: 'running', to: 'paused', reason: 'The webhook refused us.' },
        },
        { at: '2026-03-02T09:00:00Z', action: 'launch', who: 'Mo Reid', details: {} },
      ],
    },
  })
  renderPage(routes, paths.campaign(IDS.campaign, { tab: 'activity' }))
  const lines = within(await screen.findByRole('region', { name: 'What was done' }))
  const [pause, launch] = lines.getAllByRole('listitem')
  expect(pause).toHaveTextContent('Rollcall paused it: The webhook refused us.')
  expect(launch).toHaveTextContent('Mo Reid launched it')
})
