/** A job's board of canned answers for component tests. */
import { vi } from 'vitest'
import { type cardRow, columnRows, jobRow } from '../fixtures/board-rows.ts'
import { type FakeRequest, provideFakeFrontend } from './fake-frontend.ts'

type Rows = readonly ReturnType<typeof cardRow>[]
type Answers = Parameters<typeof provideFakeFrontend>[0]

/** jsdom lays nothing out: a window 600 px high, with cards of 90 px. */
export function layOutBoard(): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(90)
}

/** A board of three columns whose cards the test may change. */
export function provideBoard(rows: Rows, answers: Answers = {}) {
  const cards = { rows: [...rows] }
  const inColumn = ({ search }: FakeRequest) => {
    const status = search.get('status')?.replace('eq.', '')
    return cards.rows.filter((row) => status === undefined || row.status === status)
  }
  const fake = provideFakeFrontend({
    'GET jobs_with_counts': () => jobRow({ candidates: rows.length }),
    'GET kanban_columns': () => columnRows('contacted', 'interview', 'rejected'),
    'POST rpc/board_counts': () =>
      Object.fromEntries(
        cards.rows.map(({ status }) => [
          status,
          cards.rows.filter((row) => row.status === status).length,
        ]),
      ),
    'POST rpc/board_tags': () => [],
    'GET candidates_with_columns': inColumn,
    'GET status_events': () => [],
    'GET profiles': () => [],
    ...answers,
  })
  return { cards, fake }
}
