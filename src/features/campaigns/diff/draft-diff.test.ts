import { expect, test } from 'vitest'
import { campaignRow } from '../../../../tests/fixtures/campaign-rows.ts'
import type { Draft, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import { campaignRow as campaignSchema } from '../../../data/frontend/campaigns.ts'
import { diffDrafts } from './draft-diff.ts'

const target = (key: string, description: string): DraftTarget => ({
  id: key,
  name: key,
  objectiveKey: key,
  description,
  goalType: 'boolean',
  kind: 'custom',
  columnId: null,
})

function draft(
  targets: readonly DraftTarget[],
  row: Readonly<Record<string, unknown>> = {},
): Draft {
  return { campaign: campaignSchema.parse(campaignRow(row)), targets, matrices: [] }
}

test('parts are told apart by their key: added, removed, changed', () => {
  const before = draft([target('interested', 'Wants it?'), target('references', '')])
  const now = draft([target('interested', 'Wants the job?'), target('cscs_card', '')])
  expect(diffDrafts(before, now).map(({ key, kind }) => [key, kind])).toEqual([
    ['interested', 'changed'],
    ['cscs_card', 'added'],
    ['references', 'removed'],
  ])
})

test('a copy that nobody touched has no changes, whatever its name, dates and state', () => {
  const before = draft([target('interested', '')], {
    state: 'stopped',
    starts_at: '2026-03-01T09:00:00Z',
  })
  const now = draft([{ ...target('interested', ''), id: 'another' }], {
    state: 'draft',
    name: 'Copy',
  })
  expect(diffDrafts(before, now)).toEqual([])
})

test('a field says what it was and what it is', () => {
  const before = draft([], { calling_hours: null })
  const now = draft([], { calling_hours: { days: [1, 2], from: '09:00', to: '17:00' } })
  expect(diffDrafts(before, now)).toMatchObject([
    { key: 'callingHours', before: 'The agency’s hours', now: 'Mon, Tue, 09:00–17:00' },
  ])
})
