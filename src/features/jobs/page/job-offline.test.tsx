// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { cardId, cardRow } from '../../../../tests/fixtures/board-rows.ts'
import { IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import { layOutBoard, provideBoard } from '../../../../tests/support/fake-board.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { type Keepable, provideWriteKeeper } from '../../../data/frontend/kept-writes.ts'
import { type KeptMark, KeptMarksContext } from '../../../ui/offline/kept-marks.ts'
import { JobPage } from './job-page.tsx'

let kept: Keepable[] = []
let waits = false
const waiting = createStore<readonly KeptMark[]>(() => [])
const show = (marks: readonly KeptMark[]) => {
  waiting.setState(marks, true)
}

/** What the app tells the pages of what waits. */
function toMark({ subjectId, change }: Keepable, at: number): KeptMark {
  const edit =
    change.kind === 'card-move'
      ? { status: change.to, position: change.position }
      : change.kind === 'card-change'
        ? change.set
        : undefined
  return { id: String(at), subjectId, text: undefined, edit, writtenAt: at, refused: false }
}

function Marked({ children }: { readonly children: ReactNode }) {
  return <KeptMarksContext value={useStore(waiting)}>{children}</KeptMarksContext>
}

beforeEach(() => {
  layOutBoard()
  kept = []
  waits = false
  show([])
  provideWriteKeeper({
    holds: () => waits,
    keep: (write) => {
      kept.push(write)
      act(() => {
        show(kept.map(toMark))
      })
      return Promise.resolve()
    },
  })
})
afterEach(() => {
  provideWriteKeeper({ holds: () => false, keep: () => Promise.reject(new Error('over')) })
})

const cutOff = () => Promise.reject(new TypeError('fetch failed'))

function renderBoard(count: number) {
  const rows = Array.from({ length: count }, (_, at) => cardRow(at + 1))
  const { fake } = provideBoard(rows, {
    'POST rpc/change_cards': cutOff,
    'POST rpc/move_card': cutOff,
  })
  const page = (
    <Marked>
      <JobPage />
    </Marked>
  )
  renderPage([{ path: '/jobs/:jobId', element: page }], `/jobs/${IDS.job}`)
  return fake
}

async function select(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await userEvent.click(await screen.findByRole('checkbox', { name: `Select ${name}` }))
  }
}

async function tag(word: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Tags' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('combobox', { name: 'Add' }), `${word}{Enter}`)
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
}

test('tags of one card that can’t be sent are kept, and the card shows them', async () => {
  renderBoard(2)
  await select('Person 1')
  await tag('Van')
  expect(await screen.findByText('Van')).toBeVisible()
  expect(kept).toMatchObject([
    {
      subjectId: cardId(1),
      label: 'Person 1',
      wish: 'Add tags: Van',
      change: { kind: 'card-change', set: { addTags: ['Van'], removeTags: [] } },
    },
  ])
})

test('a follow-up date is kept with the day that was seen', async () => {
  renderBoard(1)
  await select('Person 1')
  await userEvent.click(screen.getByRole('button', { name: 'Follow up' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Today' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => {
    expect(kept).toMatchObject([
      { subjectId: cardId(1), change: { kind: 'card-change', seen: null } },
    ])
  })
})

test('a card of which something waits already is not overtaken', async () => {
  const fake = renderBoard(1)
  waits = true
  await select('Person 1')
  await tag('Van')
  await waitFor(() => {
    expect(kept).toHaveLength(1)
  })
  expect(fake.requests.map(({ call }) => call)).not.toContain('POST rpc/change_cards')
})

test('a change of several cards is never kept: it fails, and they are as they were', async () => {
  const fake = renderBoard(2)
  await select('Person 1', 'Person 2')
  await tag('Van')
  await waitFor(() => {
    expect(fake.requests.map(({ call }) => call)).toContain('POST rpc/change_cards')
    expect(screen.queryByText('Van')).toBeNull()
  })
  expect(kept).toEqual([])
})

test('a card that was moved elsewhere than on the board stands where it goes, marked and counted', async () => {
  renderBoard(2)
  const column = (name: string) =>
    within(screen.getByRole('region', { name: new RegExp(`^${name}`) }))
  await screen.findByRole('article', { name: 'Person 1' })
  const change = { kind: 'card-move' as const, from: 'contacted', to: 'interview', position: 5 }
  const write = { subjectId: cardId(1), label: 'Person 1', change }
  act(() => {
    show([toMark(write, 0)])
  })
  const card = column('Interview').getByRole('article', { name: 'Person 1' })
  expect(within(card).getByText('Waiting to be sent')).toBeVisible()
  expect(column('Contacted').queryByRole('article', { name: 'Person 1' })).toBeNull()
  act(() => {
    show([{ ...toMark(write, 0), refused: true }])
  })
  expect(column('Contacted').getByRole('article', { name: 'Person 1' })).toBeVisible()
})
