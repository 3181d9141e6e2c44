import { expect, test } from 'vitest'
import type { KeptChange, KeptWrite } from '../../domain/offline/kept-write.ts'
import { formatCalendarDay } from '../../ui/text/locale.ts'
import { presentWords, wishWords } from './kept-words.ts'

const ID = '11111111-1111-4111-8111-111111111111'

const write = (
  change: KeptChange,
  present?: NonNullable<KeptWrite['refusal']>['present'],
): KeptWrite => ({
  id: ID,
  userId: ID,
  order: 1,
  writtenAt: 0,
  subjectId: ID,
  label: 'Ann Example',
  href: '/',
  change,
  refusal: present === undefined ? null : { kind: 'conflict', title: '', advice: '', present },
})

const FOLLOW_UP: KeptChange = {
  kind: 'card-change',
  changeId: ID,
  set: { followUpOn: '2026-03-09' },
  seen: null,
}

test('what was asked for is said in its own words', () => {
  expect(wishWords({ ...write(FOLLOW_UP), wish: 'Follow up on 9 Mar' })).toBe('Follow up on 9 Mar')
  const move = { kind: 'card-move' as const, from: 'contacted', to: 'interview', position: 1 }
  expect(wishWords(write(move))).toBe('interview')
  const after = { location: 'Leeds', tags: ['gas', 'van'], description: '' }
  expect(wishWords(write({ kind: 'job-fields', before: {}, after }))).toBe(
    'Location: Leeds\nTags: gas, van\nDescription: (empty)',
  )
})

test.each([
  [{ status: 'c-1', columnName: 'Trial' }, 'Trial'],
  [{ status: 'hired', columnName: null }, 'hired'],
  [{ assignedTo: ID, assignedName: 'Robin Hale' }, 'Assigned to Robin Hale'],
  [{ assignedTo: null, assignedName: null }, 'Assigned to nobody'],
  [{ followUpOn: '2026-03-10' }, `Follow-up on ${formatCalendarDay('2026-03-10')}`],
  [{ followUpOn: null }, 'No follow-up'],
  [{ company: 'Acme' }, 'Company: Acme'],
])('what a conflict found is said in words: %j', (present, words) => {
  expect(presentWords(write(FOLLOW_UP, present))).toBe(words)
})

test('what is not in conflict shows nothing beside it', () => {
  expect(presentWords(write(FOLLOW_UP))).toBeUndefined()
})
