import { expect, test } from 'vitest'
import { timelineWords } from './timeline-words.ts'

const line = (action: string, details: Readonly<Record<string, unknown>> = {}) => ({
  at: '2026-03-02T09:00:00Z',
  who: 'Robin Recruiter',
  action,
  details,
})

// What the database writes into the audit log of a campaign.
test.each([
  'create',
  'launch',
  'unschedule',
  'start',
  'pause',
  'resume',
  'stop',
  'finish',
  'retry',
  'take-as-sent',
  'test-send',
  'export',
  'waive-ai-disclosure',
  'allow-active-elsewhere',
  'save-status-rules',
])('“%s” is told in words', (action) => {
  expect(timelineWords(line(action))).not.toContain('“')
})

test('what nobody has words for yet is shown as it is', () => {
  expect(timelineWords(line('new-action'))).toBe('did “new-action”')
})

test('counts and states are part of the words', () => {
  expect(timelineWords(line('retry', { retried: 1 }))).toBe('sent 1 person again')
  expect(timelineWords(line('retry'))).toBe('sent again what had failed')
  expect(timelineWords(line('finish', { to: 'completed' }))).toBe('ended it: completed')
  expect(timelineWords(line('create', { copiedFrom: 'x', name: 'Spring' }))).toBe('copied “Spring”')
})
