// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { campaignRow, columnRow, IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EditCampaignPage } from './edit-campaign-page.tsx'

// Fetched when a step is first shown; here before the clock of the first test runs.
import './audience-step.tsx'
import './review-step.tsx'

const routes = [{ path: PATTERNS.editCampaign, element: <EditCampaignPage /> }]
/** Saving waits for a pause in the typing. */
const SAVED = { timeout: 4_000 }
const ADA = 'aaaaaaaa-1111-4000-8000-000000000001'
const BEN = 'aaaaaaaa-1111-4000-8000-000000000002'
const person = (personId: string, name: string, phone: string) => ({
  personId,
  name,
  phone,
  places: [{ kind: 'dataset', id: IDS.dataset, name: 'Plumbers' }],
})

/** What a request waits for before it is answered. */
type Waits = {
  readonly saving?: () => Promise<void>
  readonly reading?: () => Promise<void>
}

function provideDraft(
  audience: Readonly<Record<string, unknown>>,
  { saving, reading }: Waits = {},
) {
  let row = campaignRow({ state: 'draft', audience })
  return provideFakeFrontend({
    'GET campaigns': async () => {
      const found = { ...row, campaign_targets: [], campaign_matrices: [] }
      await reading?.()
      return [found]
    },
    'PATCH campaigns': async ({ body }) => {
      await saving?.()
      row = { ...row, ...(body as Record<string, unknown>), version: row.version + 1 }
      return [{ id: row.id }]
    },
    'GET jobs_with_counts': () => [jobRow()],
    'GET kanban_columns': () => [columnRow('contacted', 'Contacted', 1)],
    'GET datasets_with_counts': () => [],
    'POST rpc/board_counts': () => ({}),
    'POST rpc/find_audience_people': () => ({
      more: false,
      items: [person(ADA, 'Ada Marsh', '+447700900123')],
    }),
    'POST rpc/audience_people': ({ body }) =>
      (body as { p_people: readonly string[] }).p_people.map((id) =>
        person(id, id === ADA ? 'Ada Marsh' : 'Ben Okoro', '+447700900124'),
      ),
    'POST rpc/preview_duplicates': () => ({
      total: 1,
      items: [
        {
          people: [
            {
              ...person(ADA, 'Ada Marsh', '+447700900123'),
              source: { kind: 'column' },
              chosen: true,
            },
            {
              ...person(BEN, 'Ben Okoro', '+447700900123'),
              source: { kind: 'dataset' },
              chosen: false,
            },
          ],
        },
      ],
    }),
  })
}

/** What was last saved as the audience. */
function savedAudience({ requests }: ReturnType<typeof provideDraft>): unknown {
  const last = requests.findLast(({ call }) => call === 'PATCH campaigns')
  return (last?.body as { audience?: unknown } | undefined)?.audience
}

test('a person is found by name and picked by hand', async () => {
  const frontend = provideDraft({})
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'audience' }))
  const section = within(await screen.findByRole('region', { name: 'People picked by hand' }))
  await userEvent.type(section.getByRole('searchbox'), 'ada{Enter}')
  await userEvent.click(await section.findByRole('button', { name: 'Pick Ada Marsh' }))
  const picked = within(await section.findByRole('list', { name: 'Picked by hand' }))
  expect(await picked.findByText('Ada Marsh')).toBeVisible()
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ personIds: [ADA], excludedPersonIds: [] })
  }, SAVED)
})

test('whom an earlier campaign contacted is left out until somebody lets them in', async () => {
  const frontend = provideDraft({ notContactedIn: [IDS.campaign] })
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'audience' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Let them in' }))
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ notContactedIn: [] })
  }, SAVED)
})

test('of several people under one number the recruiter chooses who is contacted', async () => {
  const frontend = provideDraft({})
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/preview`]: () => ({
      preview: {
        planned: 2,
        ready: 1,
        excluded: { duplicate_number: 1 },
        excludedPeople: [],
        hash: 'h',
        problems: [],
      },
      payload: {},
    }),
  })
  renderPage(
    routes,
    paths.editCampaign(IDS.campaign, { step: 'review', reason: 'duplicate_number' }),
  )
  const numbers = within(await screen.findByRole('list', { name: 'One number, several people' }))
  expect(numbers.getByRole('radio', { name: 'Ada Marsh' })).toBeChecked()
  await userEvent.click(numbers.getByRole('radio', { name: 'Ben Okoro' }))
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ preferredPersonIds: [BEN] })
  }, SAVED)
})

test('a test goes to the number as it is called, and says when it was taken', async () => {
  provideDraft({})
  const { requests } = provideFakeBridge({
    [`post campaigns/${IDS.campaign}/preview`]: () => ({
      preview: { planned: 0, ready: 0, excluded: {}, excludedPeople: [], hash: 'h', problems: [] },
      payload: {},
    }),
    [`post campaigns/${IDS.campaign}/test-send`]: () => ({
      accepted: true,
      seen: true,
      code: 'begun',
      message: 'The agents took the test.',
      hint: 'They write in a moment.',
    }),
  })
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'review' }))
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Your phone number' }),
    '07700 900199',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send me a test' }))
  expect(await screen.findByText('The agents took the test. They write in a moment.')).toBeVisible()
  expect(requests.at(-1)).toMatchObject({ body: { phone: '+447700900199' } })
})

async function pickAda() {
  const section = within(await screen.findByRole('region', { name: 'People picked by hand' }))
  await userEvent.type(section.getByRole('searchbox'), 'ada{Enter}')
  await userEvent.click(await section.findByRole('button', { name: 'Pick Ada Marsh' }))
  return section
}

test('who is put back while the save that picked them is on its way is not picked', async () => {
  let answer: (() => void) | undefined
  const frontend = provideDraft({}, { saving: () => new Promise((resolve) => (answer = resolve)) })
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'audience' }))
  const section = await pickAda()
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ personIds: [ADA] })
  }, SAVED)
  await userEvent.click(await section.findByRole('button', { name: 'Take Ada Marsh out' }))
  answer?.()
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ personIds: [] })
  }, SAVED)
})

test('a read that is slower than the save after it does not bring back who was put back', async () => {
  const late: (() => void)[] = []
  let slow = false
  const frontend = provideDraft(
    {},
    {
      reading: () => (slow ? new Promise((resolve) => late.push(resolve)) : Promise.resolve()),
    },
  )
  const { queries } = renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'audience' }))
  const section = await pickAda()
  await screen.findByText(/^Saved/, undefined, SAVED)
  slow = true
  void queries.invalidateQueries({ queryKey: queryKeys.campaignParts(IDS.campaign) })
  await vi.waitFor(() => {
    expect(late).toHaveLength(1)
  })
  slow = false
  await userEvent.click(await section.findByRole('button', { name: 'Take Ada Marsh out' }))
  await vi.waitFor(() => {
    expect(savedAudience(frontend)).toMatchObject({ personIds: [] })
  }, SAVED)
  await screen.findByText(/^Saved/, undefined, SAVED)
  late[0]?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(section.queryByRole('list', { name: 'Picked by hand' })).toBeNull()
})
