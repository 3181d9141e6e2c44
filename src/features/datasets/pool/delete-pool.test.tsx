// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { DeletePool } from './delete-pool.tsx'

// Fetched when a dialog first opens; here before the clock of the first test runs.
import '../../../ui/feedback/confirm-modal.tsx'

const POOL_ID = 'dddddddd-0000-4000-8000-000000000001'

function openDialog(drafts: readonly string[]) {
  const { requests } = provideFakeFrontend({
    'GET campaigns': () => drafts.map((name) => ({ name })),
  })
  const pool = { id: POOL_ID, name: 'Plumbers', memberCount: 12 } as Dataset
  renderPage([{ path: '/', element: <DeletePool pool={pool} /> }], '/')
  return { requests, open: () => userEvent.click(screen.getByRole('button')) }
}

test('before a pool is deleted, the drafts that would contact it are named', async () => {
  const { requests, open } = openDialog(['Roofers in May', 'Spring drive'])
  await open()
  expect(
    await screen.findByText('2 drafts lose these people: Roofers in May, Spring drive.'),
  ).toBeInTheDocument()
  expect(requests[0]?.search.get('state')).toBe('eq.draft')
  expect(requests[0]?.search.get('audience')).toBe(`cs.{"datasetIds":["${POOL_ID}"]}`)
})

test('of many drafts the first are named', async () => {
  const { open } = openDialog(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
  await open()
  expect(
    await screen.findByText('7 drafts lose these people: A, B, C, D, E and 2 more.'),
  ).toBeInTheDocument()
})
