import { expect, test } from 'vitest'
import { campaignRow } from '../../../../tests/fixtures/campaign-rows.ts'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { campaignRow as campaignSchema } from '../../../data/frontend/campaigns.ts'
import {
  applyEdits,
  type DraftEdits,
  type EditFault,
  type EditGroup,
  editFault,
  hasEdits,
  mergeEdits,
  overlaps,
  withKeys,
  withoutSaved,
} from './draft-edits.ts'

const draft: Draft = {
  campaign: campaignSchema.parse(campaignRow({ state: 'draft' })),
  targets: [],
  matrices: [],
}

const target = (name: string) => ({
  id: 'dddddddd-0000-4000-8000-000000000001',
  name,
  objectiveKey: '',
  description: '',
  goalType: 'boolean' as const,
  kind: 'custom' as const,
  columnId: null,
})
const matrix = (name: string) => ({
  id: 'dddddddd-0000-4000-8000-000000000002',
  name,
  objectiveKey: '',
  whatsappMessage: '',
  callScript: '',
})

test('what was entered lies on top of what is saved', () => {
  const shown = applyEdits(draft, { name: 'Plumber - Leeds', fields: { purpose: 'Work' } })
  expect(shown.campaign).toMatchObject({ name: 'Plumber - Leeds', purpose: 'Work', version: 1 })
})

test('what was entered while saving is still to be saved', () => {
  const sent = { name: 'A', fields: { purpose: 'Work' } }
  const now = mergeEdits(sent, {
    fields: { purpose: 'Work in London', aiDisclosure: 'I am an AI.' },
  })
  const left = withoutSaved(now, sent)
  expect(left).toEqual({ fields: { purpose: 'Work in London', aiDisclosure: 'I am an AI.' } })
  expect(hasEdits(withoutSaved(left, left))).toBe(false)
})

test('two people on different fields do not get in each other’s way', () => {
  const theirs = applyEdits(draft, { fields: { purpose: 'Theirs' } })
  expect(overlaps(draft, theirs, { fields: { aiDisclosure: 'Mine' }, name: 'Mine' })).toEqual([])
})

test('the same field changed twice is shown, unless both wrote the same', () => {
  const theirs = applyEdits(draft, { name: 'Theirs', fields: { purpose: 'Same' } })
  expect(overlaps(draft, theirs, { name: 'Mine', fields: { purpose: 'Same' } })).toEqual(['name'])
})

test('targets changed on both sides are shown as one', () => {
  const theirs = { ...draft, targets: [target('Theirs')] }
  const parts = withKeys([target('Mine')], [])
  expect(overlaps(draft, theirs, { parts })).toEqual(['parts'])
})

test('keys are made from the names, each once, over targets and matrices', () => {
  const { targets, matrices } = withKeys(
    [target('Knows a referee'), target('Matrix pay'), target('Knows a referee')],
    [matrix('Pay')],
  )
  expect(targets.map(({ objectiveKey }) => objectiveKey)).toEqual([
    'knows_a_referee',
    'matrix_pay',
    'knows_a_referee_2',
  ])
  expect(matrices.map(({ objectiveKey }) => objectiveKey)).toEqual(['matrix_pay_2'])
})

const GROUPS: readonly [DraftEdits, EditGroup, EditFault | null][] = [
  [{ name: '  ' }, 'name', 'no_name'],
  [{ fields: { channels: [] } }, 'fields', 'no_channel'],
  [{ parts: withKeys([target(' ')], []) }, 'parts', 'no_part_name'],
  [{ parts: withKeys([target('Pay')], []) }, 'parts', null],
]
test.each(GROUPS)('%j can’t be saved in group %s: %s', (edits, group, fault) => {
  expect(editFault(edits, group)).toBe(fault)
})
