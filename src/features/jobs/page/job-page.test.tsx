// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cardRow, columnRows, jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { JobPage } from './job-page.tsx'

const routes = [{ path: '/jobs/:jobId', element: <JobPage /> }]

function openBoard(cards: readonly object[], counts: Readonly<Record<string, number>>) {
  provideFakeFrontend({
    'GET jobs_with_counts': () => [jobRow({ candidates: cards.length })],
    'GET kanban_columns': () => columnRows('contacted', 'interested'),
    'POST rpc/board_counts': () => counts,
    'GET candidates_with_columns': ({ search }) =>
      cards.filter(
        (card) => `eq.${String((card as { status: string }).status)}` === search.get('status'),
      ),
  })
  renderPage(routes, `/jobs/${IDS.job}`)
}

test('each column tells how many stand in it', async () => {
  openBoard([cardRow(1), cardRow(2)], { contacted: 2 })
  const column = await screen.findByRole('region', { name: /Contacted.*2/ })
  expect(within(column).getByText('100%')).toBeVisible()
  expect(screen.getByRole('region', { name: /Interested.*0/ })).toBeVisible()
})

test('an empty board teaches the first step', async () => {
  openBoard([], {})
  expect(await screen.findAllByRole('button', { name: 'Add candidate' })).not.toHaveLength(0)
})

test('a job that is not there says so and offers no board', async () => {
  provideFakeFrontend({ 'GET jobs_with_counts': () => [] })
  renderPage(routes, `/jobs/${IDS.job}`)
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(screen.queryByRole('region')).toBeNull()
})
