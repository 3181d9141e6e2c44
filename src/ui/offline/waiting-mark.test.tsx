// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { KeptMarksContext } from './kept-marks.ts'
import { WaitingMark } from './waiting-mark.tsx'

const mark = (subjectId: string, refused: boolean) => ({
  id: `${subjectId}-${String(refused)}`,
  subjectId,
  text: undefined,
  edit: undefined,
  writtenAt: 0,
  refused,
})

function show(...refusals: boolean[]) {
  const marks = [mark('other', true), ...refusals.map((refused) => mark('card', refused))]
  return render(
    <KeptMarksContext value={marks}>
      <WaitingMark subjectId="card" />
    </KeptMarksContext>,
  )
}

test('a row with a change that waits says so', () => {
  show(false)
  expect(screen.getByText('Waiting to be sent')).toBeVisible()
})

test('a change that was refused counts more than one that waits', () => {
  show(false, true)
  expect(screen.getByText('Not sent')).toBeVisible()
})

test('what waits about another row is not said here', () => {
  expect(show().container).toHaveTextContent(/^$/)
})
