import { expect, test } from 'vitest'
import { objectiveChips } from './objective-chips.ts'

const labels = (interested: string | null, availableToWork: string | null) =>
  objectiveChips({ interested, availableToWork }).map(({ label }) => label)

test('yes and no are said in words, other answers as they are', () => {
  expect(labels('yes', 'no')).toEqual(['Interested', 'Not available'])
  expect(labels('no', 'from Monday')).toEqual(['Not interested', 'Available: from Monday'])
})

test('what nobody asked or answered is not shown', () => {
  expect(labels(null, ' ')).toEqual([])
})
