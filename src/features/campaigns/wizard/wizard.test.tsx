// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { campaignRow, columnRow, IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { AppError } from '../../../lib/app-error.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EditCampaignPage } from './edit-campaign-page.tsx'
import { NewCampaignPage } from './new-campaign-page.tsx'

// Fetched when a step is first shown; here before the clock of the first test runs.
import './audience-step.tsx'
import './channels-step.tsx'
import './job-step.tsx'
import './prompts-step.tsx'
import './questions-step.tsx'
import './review-step.tsx'

const routes = [
  { path: PATTERNS.newCampaign, element: <NewCampaignPage /> },
  { path: PATTERNS.editCampaign, element: <EditCampaignPage /> },
  { path: PATTERNS.campaign, element: <p>The campaign page</p> },
]

/** A database with one draft, which moves on with each save. */
function provideDraft(
  given: Readonly<Record<string, unknown>> = {},
  answers: Parameters<typeof provideFakeFrontend>[0] = {},
) {
  let row = campaignRow({ state: 'draft', ...given })
  let parts: Readonly<Record<string, unknown>> = { targets: [], matrices: [] }
  const answer = () => ({ result: 'ok', campaign: row, ...parts })
  return provideFakeFrontend({
    'GET campaigns': () => [{ ...row, campaign_targets: [], campaign_matrices: [] }],
    'PATCH campaigns': ({ body }) => {
      row = { ...row, ...(body as Record<string, unknown>), version: row.version + 1 }
      return [{ id: row.id }]
    },
    'POST rpc/create_campaign_draft': answer,
    'POST rpc/save_campaign_parts': () => {
      row = { ...row, version: row.version + 1 }
      parts = { targets: [], matrices: [] }
      return answer()
    },
    'GET jobs_with_counts': () => [jobRow()],
    'GET kanban_columns': () => [columnRow('contacted', 'Contacted', 1)],
    'GET datasets_with_counts': () => [
      {
        id: IDS.dataset,
        office_id: IDS.office,
        name: 'Plumbers of London',
        description: '',
        source: 'csv',
        created_at: '2026-03-01T09:00:00Z',
        version: 1,
        members: 21,
        without_phone: 2,
      },
    ],
    'POST rpc/board_counts': () => ({ contacted: 4 }),
    ...answers,
  })
}

const step = (name: string) => paths.editCampaign(IDS.campaign, { step: name })

test('a job and a name make a draft, named after the job unless somebody says otherwise', async () => {
  const { requests } = provideDraft()
  const { router } = renderPage(routes, paths.newCampaign({ job: IDS.job }))
  expect(await screen.findByDisplayValue('Plumber - London')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Create draft' }))
  await vi.waitFor(() => {
    expect(router.state.location.pathname + router.state.location.search).toBe(step('audience'))
  })
  const made = requests.find(({ call }) => call === 'POST rpc/create_campaign_draft')
  expect(made?.body).toMatchObject({ p_job: IDS.job, p_slug: 'plumber-london' })
})

test('what is entered is saved by itself, over the version that was seen', async () => {
  const { requests } = provideDraft()
  renderPage(routes, step('channels'))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Purpose' }), 'Work')
  expect(await screen.findByText('Saved')).toBeVisible()
  await vi.waitFor(() => {
    const last = requests.findLast(({ call }) => call === 'PATCH campaigns')
    expect(last?.body).toEqual({ purpose: 'Work' })
    expect(last?.search.get('version')).toBe('eq.1')
  })
})

test('the audience adds up from pools and columns', async () => {
  provideDraft()
  renderPage(routes, step('audience'))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Plumbers of London' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Contacted' }))
  expect(screen.getByText(/^Up to 25 people/)).toBeVisible()
})

test('a target travels under the key made from its name', async () => {
  const { requests } = provideDraft()
  renderPage(routes, step('questions'))
  await userEvent.click(await screen.findByRole('button', { name: 'Add target' }))
  expect(screen.getByText('Not saved: name every target and question.')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'CSCS card')
  expect(screen.getByText('cscs_card')).toBeVisible()
  await vi.waitFor(() => {
    const saved = requests.findLast(({ call }) => call === 'POST rpc/save_campaign_parts')
    expect(saved?.body).toMatchObject({
      p_targets: [{ name: 'CSCS card', objectiveKey: 'cscs_card', goalType: 'boolean' }],
    })
  })
})

test('each fault of the agents’ webhook says what to do', async () => {
  provideDraft()
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/prompts`]: () => {
      throw new AppError('unavailable', 'x', { code: 'webhook_inactive', hint: 'Try again.' })
    },
  })
  renderPage(routes, step('prompts'))
  await userEvent.click(await screen.findByRole('button', { name: 'Ask the agents' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'No active workflow listens at the agents’ webhook. Try again.',
  )
})

test('a first message is checked for the AI disclosure, which can be put in front', async () => {
  provideDraft({ ai_disclosure: 'I am an AI assistant.' })
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/prompts`]: () => ({ first_message_chat: 'Hi, are you free?' }),
  })
  renderPage(routes, step('prompts'))
  await userEvent.click(await screen.findByRole('button', { name: 'Ask the agents' }))
  expect(await screen.findByDisplayValue('Hi, are you free?')).toBeVisible()
  expect(screen.getByText('Does not say that an AI is writing')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Put the sentence in front' }))
  expect(screen.getByDisplayValue('I am an AI assistant. Hi, are you free?')).toBeVisible()
  expect(screen.getByText('Says that an AI is writing')).toBeVisible()
})

const PREVIEW = {
  planned: 3,
  ready: 2,
  excluded: { opted_out: 1 },
  excludedPeople: [{ personId: null, name: 'Ben Okoro', phone: null, reason: 'opted_out' }],
  hash: 'h1',
  problems: [],
}

test('the review names who is left out, and what must be put right', async () => {
  provideDraft(
    {},
    {
      'POST rpc/preview_excluded': () => ({
        total: 1,
        items: [{ personId: null, name: 'Ben Okoro', phone: '+447700900124', reason: 'opted_out' }],
      }),
    },
  )
  const problem = { code: 'no_target', message: 'There is nothing to find out.', hint: 'Add one.' }
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/preview`]: () => ({
      preview: { ...PREVIEW, problems: [problem] },
      payload: { campaign: 'plumber-london_abc123xyz' },
    }),
  })
  const { router } = renderPage(routes, step('review'))
  await userEvent.click(await screen.findByText('Opted out'))
  const people = within(await screen.findByRole('list', { name: 'Opted out' }))
  expect(people.getByText('Ben Okoro')).toBeVisible()
  expect(router.state.location.search).toBe('?step=review&reason=opted_out')
  expect(screen.getByRole('link', { name: 'Put it right: Targets and questions' })).toHaveAttribute(
    'href',
    step('questions'),
  )
  expect(screen.getByRole('button', { name: 'Launch to 2 people' })).toBeDisabled()
  expect(screen.getByText(/plumber-london_abc123xyz/)).toBeVisible()
})

test('a changed audience is shown and asked again before anybody is contacted', async () => {
  provideDraft()
  const hashes: unknown[] = []
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/preview`]: () => ({ preview: PREVIEW, payload: {} }),
    [`post campaigns/${IDS.campaign}/launch`]: (body) => {
      hashes.push(body)
      if (hashes.length > 1) {
        return { launchId: IDS.campaign, planned: 3, repeated: false }
      }
      throw new AppError('conflict', 'Changed', {
        code: 'audience_changed',
        current: {
          preview: { ...PREVIEW, ready: 1, excluded: { opted_out: 2 }, hash: 'h2' },
          payload: {},
          difference: { ready: { seen: 2, now: 1 }, opted_out: { seen: 1, now: 2 } },
        },
      })
    },
  })
  const { router } = renderPage(routes, step('review'))
  await userEvent.click(await screen.findByRole('button', { name: 'Launch to 2 people' }))
  expect(await screen.findByText('Opted out: 1 before, 2 now')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Launch to 1 person' }))
  expect(await screen.findByText('The campaign page')).toBeVisible()
  expect(router.state.location.pathname).toBe(paths.campaign(IDS.campaign))
  expect(hashes).toEqual([{ previewHash: 'h1' }, { previewHash: 'h2' }])
})

test('a draft that was launched meanwhile leads to its campaign', async () => {
  provideDraft({ state: 'running' })
  renderPage(routes, step('review'))
  expect(await screen.findByRole('link', { name: 'Open the campaign' })).toBeVisible()
})
