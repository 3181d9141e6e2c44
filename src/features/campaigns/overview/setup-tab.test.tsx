// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { campaignRow, IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { SetupTab } from './setup-tab.tsx'

const POOL = '99999999-9999-4999-8999-999999999999'

test('the setup tells the audience in words: its parts with counts, and what narrows them', async () => {
  const audience = {
    datasetIds: [POOL],
    personIds: [IDS.campaign],
    excludedPersonIds: [POOL],
    filter: { trade: 'plumber', place: 'SE' },
    notContactedIn: [POOL],
  }
  provideFakeFrontend({
    'GET campaigns': () => [
      { ...campaignRow({ audience }), campaign_targets: [], campaign_matrices: [] },
    ],
    'GET launches': () => null,
    'GET kanban_columns': () => [],
    'GET people_segments': () => [],
    'POST rpc/campaign_sources': () => [
      { source: { kind: 'dataset', id: POOL }, name: 'London plumbers', planned: 60, ready: 56 },
      { source: { kind: 'person' }, name: '', planned: 1, ready: 1 },
    ],
  })
  const element = (
    <LoadingBoundary skeleton={null}>
      <SetupTab campaignId={IDS.campaign} />
    </LoadingBoundary>
  )
  renderPage([{ path: '/', element }], '/')
  const region = await screen.findByRole('region', { name: 'Where they come from' })
  const lines = within(region).getAllByRole('listitem')
  expect(lines.map((line) => line.textContent)).toEqual([
    'Pool: London plumbers56 of 60 people',
    'Picked by hand1 person',
    '1 person taken out by hand',
    'Trade contains: plumber',
    'Place contains, or postcode begins with: SE',
    'Whom 1 earlier campaign has contacted already is left out.',
  ])
})
