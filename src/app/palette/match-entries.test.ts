import { expect, test } from 'vitest'
import { matchEntries } from './match-entries.ts'

const ENTRIES = [
  { group: 'Pages', label: 'Datasets' },
  { group: 'Actions', label: 'New campaign' },
  { group: 'Actions', label: 'Appearance: Dark' },
]
const labels = (search: string) => matchEntries(ENTRIES, search).map(({ label }) => label)

test('every word of the search begins a word of the entry, whatever the case and accents', () => {
  expect(labels('dÁ')).toEqual(['Datasets', 'Appearance: Dark'])
  expect(labels('camp new')).toEqual(['New campaign'])
  expect(labels('paign')).toEqual([])
})

test('without a search everything is offered', () => {
  expect(labels(' ')).toHaveLength(3)
})
