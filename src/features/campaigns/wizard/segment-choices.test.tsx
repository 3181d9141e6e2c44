// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { campaignRow, columnRow, IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeBridge } from '../../../../tests/support/fake-bridge.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EditCampaignPage } from './edit-campaign-page.tsx'

// Fetched when a step is first shown; here before the clock of the first test runs.
import './audience-step.tsx'
import './review-step.tsx'

const routes = [{ path: PATTERNS.editCampaign, element: <EditCampaignPage /> }]
const FITTERS = '33333333-3333-4333-8333-333333333333'
const GONE = '33333333-3333-4333-8333-333333333334'
const OTHER_OFFICE = '33333333-3333-4333-8333-333333333335'

function segmentRow(id: string, name: string, own: object = {}) {
  const { office_id } = campaignRow({})
  const filter = { search: 'gas', tag: '', place: 'pool' }
  return { id, office_id, owner_id: office_id, name, shared: true, filter, ...own }
}

function provideDraft(audience: object, segments: readonly object[]) {
  let row = campaignRow({ state: 'draft', audience })
  return provideFakeFrontend({
    'GET campaigns': () => [{ ...row, campaign_targets: [], campaign_matrices: [] }],
    'PATCH campaigns': ({ body }) => {
      row = { ...row, ...(body as object), version: row.version + 1 }
      return [{ id: row.id }]
    },
    'GET jobs_with_counts': () => [jobRow()],
    'GET kanban_columns': () => [columnRow('contacted', 'Contacted', 1)],
    'GET datasets_with_counts': () => [],
    'GET people_segments': () => segments,
    'POST rpc/board_counts': () => ({}),
    'POST rpc/segment_size': ({ body }) =>
      (body as { p_segment: string }).p_segment === GONE ? null : 1_240,
  })
}

const openStep = async () => {
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'audience' }))
  return within(await screen.findByRole('region', { name: 'Segments of people' }))
}

test('a segment is chosen by its name, says what it asks for, and then how many it finds', async () => {
  const { requests } = provideDraft({}, [segmentRow(FITTERS, 'Gas fitters')])
  const section = await openStep()
  const box = await section.findByRole('checkbox', { name: 'Gas fitters' })
  expect(box).toHaveAccessibleDescription('“gas” · Known from: A pool')
  await userEvent.click(box)
  expect(await section.findByText('1,240 people')).toBeVisible()
  expect(await screen.findByText(/^Up to 1,240 people/)).toBeVisible()
  await vi.waitFor(
    () => {
      const saved = requests.findLast(({ call }) => call === 'PATCH campaigns')
      expect(saved?.body).toMatchObject({ audience: { segmentIds: [FITTERS] } })
    },
    { timeout: 4_000 },
  )
})

test('what another office shares is not offered; one’s own is, wherever it was saved', async () => {
  provideDraft({}, [
    segmentRow(FITTERS, 'Theirs', { office_id: OTHER_OFFICE }),
    segmentRow(GONE, 'Mine', { office_id: OTHER_OFFICE, shared: false }),
  ])
  const section = await openStep()
  expect(await section.findByRole('checkbox', { name: 'Mine' })).not.toBeChecked()
  expect(section.queryByRole('checkbox', { name: 'Theirs' })).toBeNull()
})

test('a chosen segment that is gone says so and can be taken out', async () => {
  provideDraft({ segmentIds: [GONE] }, [])
  const section = await openStep()
  const name = 'A segment that is not there any more'
  await userEvent.click(await section.findByRole('checkbox', { name }))
  expect(section.queryByRole('checkbox')).toBeNull()
  expect(section.getByText(/No segments yet/)).toBeVisible()
})

test('the review says where the people come from, and how many of each are contacted', async () => {
  provideDraft({ segmentIds: [FITTERS] }, [segmentRow(FITTERS, 'Gas fitters')])
  const parts = [
    {
      source: { kind: 'dataset', id: IDS.dataset },
      name: 'Plumbers',
      planned: 2_000,
      ready: 1_900,
    },
    { source: { kind: 'segment', id: FITTERS }, name: '', planned: 40, ready: 40 },
  ]
  const numbers = { planned: 2_040, ready: 1_940, excluded: { opted_out: 100 } }
  provideFakeBridge({
    [`post campaigns/${IDS.campaign}/preview`]: () => ({
      preview: { ...numbers, excludedPeople: [], hash: 'h', problems: [], sources: parts },
      payload: {},
    }),
  })
  renderPage(routes, paths.editCampaign(IDS.campaign, { step: 'review' }))
  const list = within(await screen.findByRole('region', { name: 'Where they come from' }))
  const rows = list.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(rows[0]).toBe('Pool: Plumbers1,900 of 2,000 people')
  expect(await list.findByText('Segment: Gas fitters')).toBeVisible()
})
