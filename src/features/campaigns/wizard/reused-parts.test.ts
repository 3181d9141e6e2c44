import { expect, test } from 'vitest'
import { campaignRow, IDS } from '../../../../tests/fixtures/campaign-rows.ts'
import type { Draft, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import { campaignRow as campaignSchema } from '../../../data/frontend/campaigns.ts'
import { reusableParts, withReused } from './reused-parts.ts'

function target(id: string, name: string, description = ''): DraftTarget {
  const objectiveKey = name.toLowerCase()
  const columnId = 'eeeeeeee-0000-4000-8000-000000000001'
  return { id, name, objectiveKey, description, goalType: 'boolean', kind: 'column', columnId }
}

function draft(targets: readonly DraftTarget[], jobId: string = IDS.job): Draft {
  return { campaign: campaignSchema.parse(campaignRow({ job_id: jobId })), targets, matrices: [] }
}

let ids = 0
const newId = () => `new ${(ids += 1)}`

test('parts are held against the draft by their key', () => {
  const own = draft([target('1', 'Card', 'Blue?'), target('2', 'Tools')])
  const earlier = draft([target('a', 'Card', 'Gold?'), target('b', 'Tools'), target('c', 'Van')])
  expect(reusableParts(own, earlier).map(({ name, state }) => [name, state])).toEqual([
    ['Card', 'other'],
    ['Tools', 'same'],
    ['Van', 'new'],
  ])
})

test('a namesake is replaced in its place and under its id, others come at the end', () => {
  const own = draft([target('1', 'Card', 'Blue?'), target('2', 'Tools')])
  const earlier = draft([target('a', 'Van'), target('b', 'Card', 'Gold?'), target('c', 'Tent')])
  const { targets } = withReused(own, earlier, new Set(['a', 'b']), newId)
  expect(targets.map(({ id, name, description }) => [id, name, description])).toEqual([
    ['1', 'Card', 'Gold?'],
    ['2', 'Tools', ''],
    ['new 1', 'Van', ''],
  ])
})

test('another job’s board columns are not taken over', () => {
  const earlier = draft([target('a', 'Van')], 'bbbbbbbb-0000-4000-8000-000000000009')
  const { targets } = withReused(draft([]), earlier, new Set(['a']), newId)
  expect(targets[0]).toMatchObject({ kind: 'custom', columnId: null })
})
