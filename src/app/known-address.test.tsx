// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '../../tests/support/render-page.tsx'
import { PATTERNS } from '../lib/paths.ts'
import { KnownAddress } from './known-address.tsx'

const ID = '1f0c8f9e-0000-4000-8000-000000000001'

/** Opens an address at a page of these patterns, whatever route leads there. */
function open(address: string, patterns: readonly string[]) {
  const element = (
    <KnownAddress patterns={patterns}>
      <h1>The page</h1>
    </KnownAddress>
  )
  renderPage([{ path: '*', element }], address)
}

test.each([
  ['/settings/retention', [PATTERNS.settingsPart]],
  ['/settings/opt-outs', [PATTERNS.settingsPart]],
  ['/settings', [PATTERNS.settings]],
  [`/jobs/${ID}`, [PATTERNS.job, PATTERNS.candidate]],
  [`/jobs/${ID}?search=nope`, [PATTERNS.job, PATTERNS.candidate]],
  [`/jobs/${ID}/candidates/${ID.toUpperCase()}`, [PATTERNS.job, PATTERNS.candidate]],
])('at %s stands the page: names are any words, ids are uuids', (address, patterns) => {
  open(address, patterns)
  expect(screen.getByRole('heading', { name: 'The page' })).toBeVisible()
})

test.each([
  ['/jobs/plumber', [PATTERNS.job, PATTERNS.candidate]],
  [`/jobs/${ID}/candidates/7`, [PATTERNS.job, PATTERNS.candidate]],
  [`/jobs/${ID}0`, [PATTERNS.job]],
  [`/campaigns/${ID}/recipients/nope/sent`, [PATTERNS.campaign, PATTERNS.campaignDelivery]],
  ['/people/%2B447700900123', [PATTERNS.person]],
])('at %s, where what should be an id is none, stands nothing', (address, patterns) => {
  open(address, patterns)
  expect(screen.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  expect(screen.queryByText('The page')).toBeNull()
})
