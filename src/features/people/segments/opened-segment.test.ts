import { expect, test } from 'vitest'
import type { Segment } from '../../../data/frontend/segments.ts'
import { peopleUrl } from '../list/people-url.ts'
import { changeFilter, openSegment } from './opened-segment.ts'

const FITTERS: Segment = {
  id: 'fitters',
  officeId: 'leeds',
  ownerId: 'robin',
  name: 'Gas fitters',
  shared: true,
  filter: { search: 'gas', tag: 'night', place: '' },
}

const at = (fields: object) => peopleUrl.parse(fields)

test('an address that names a segment asks for what the segment keeps', () => {
  const opened = openSegment(at({ segment: 'fitters' }), [FITTERS])
  expect(opened).toMatchObject({ filter: FITTERS.filter, segment: FITTERS, changed: false })
})

test('a filter changed in a segment is written out beside the others, and the segment counts as changed', () => {
  const opened = openSegment(at({ segment: 'fitters' }), [FITTERS])
  const next = changeFilter(opened, { place: 'board' })
  expect(next).toEqual({ search: 'gas', tag: 'night', place: 'board', segment: 'fitters', page: 1 })
  expect(openSegment(at(next), [FITTERS])).toMatchObject({ changed: true, segment: FITTERS })
})

test('the last filter taken away leaves the segment: everybody is shown', () => {
  const opened = openSegment(at({ segment: 'fitters' }), [FITTERS])
  const next = changeFilter(opened, { search: '', tag: '' })
  expect(next.segment).toBe('')
})

test('a segment that is not there any more is said to be gone, once that is known', () => {
  expect(openSegment(at({ segment: 'fitters' }), undefined).gone).toBe(false)
  expect(openSegment(at({ segment: 'fitters' }), [])).toMatchObject({ gone: true, segment: null })
})
