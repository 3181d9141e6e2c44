/**
 * What was entered in the wizard and is not saved yet, and how it meets what others saved: a draft
 * is one document with one version, saved in groups.
 */
import type { Draft, DraftMatrix, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import type { CampaignFields } from '../../../data/frontend/campaigns.ts'
import { matrixKey, objectiveKey, uniqueKeys } from '../../../domain/objective/objective-key.ts'

export type DraftFields = Omit<CampaignFields, 'name'>

export type DraftParts = Pick<Draft, 'targets' | 'matrices'>

export type DraftEdits = {
  readonly name?: string
  readonly fields?: Partial<DraftFields>
  readonly parts?: DraftParts
}

/** The order in which groups are saved. */
export const EDIT_GROUPS = ['name', 'fields', 'parts'] as const
export type EditGroup = (typeof EDIT_GROUPS)[number]

/** The draft as the page shows it: what is saved, with what was entered on top. */
export function applyEdits(draft: Draft, edits: DraftEdits): Draft {
  const { name = draft.campaign.name, fields, parts } = edits
  return { ...draft, ...parts, campaign: { ...draft.campaign, ...fields, name } }
}

/** Earlier edits with later ones on top. */
export function mergeEdits(earlier: DraftEdits, later: DraftEdits): DraftEdits {
  const fields = later.fields && { ...earlier.fields, ...later.fields }
  return { ...earlier, ...later, ...(fields && { fields }) }
}

/** What is left of the edits after some of them were saved: what was entered meanwhile. */
export function withoutSaved(edits: DraftEdits, saved: DraftEdits): DraftEdits {
  const left: { -readonly [Group in keyof DraftEdits]: DraftEdits[Group] } = {}
  if (edits.name !== undefined && edits.name !== saved.name) left.name = edits.name
  if (edits.parts !== undefined && edits.parts !== saved.parts) left.parts = edits.parts
  const fields = Object.entries(edits.fields ?? {}).filter(
    ([key, value]) => saved.fields?.[key as keyof DraftFields] !== value,
  )
  if (fields.length > 0) left.fields = Object.fromEntries(fields)
  return left
}

/** Whether anything was written that is not saved. */
export function hasEdits(edits: DraftEdits): boolean {
  return EDIT_GROUPS.some((group) => edits[group] !== undefined)
}

/** What keeps a group from being saved as it stands, or null. */
export function editFault(edits: DraftEdits, group: EditGroup): EditFault | null {
  switch (group) {
    case 'name':
      return edits.name?.trim() === '' ? 'no_name' : null
    case 'fields':
      return edits.fields?.channels?.length === 0 ? 'no_channel' : null
    case 'parts': {
      const { targets = [], matrices = [] } = edits.parts ?? {}
      return [...targets, ...matrices].some(({ name }) => name.trim() === '')
        ? 'no_part_name'
        : null
    }
  }
}
export type EditFault = 'no_name' | 'no_channel' | 'no_part_name'

/** Targets and matrices with the keys under which they travel; they share one object. */
export function withKeys(
  targets: readonly DraftTarget[],
  matrices: readonly DraftMatrix[],
): DraftParts {
  const keys = uniqueKeys([
    ...targets.map(({ name }) => objectiveKey(name)),
    ...matrices.map(({ name }) => matrixKey(name)),
  ])
  return {
    targets: targets.map((target, at) => ({
      ...target,
      objectiveKey: keys[at] ?? target.objectiveKey,
    })),
    matrices: matrices.map((matrix, at) => ({
      ...matrix,
      objectiveKey: keys[targets.length + at] ?? matrix.objectiveKey,
    })),
  }
}

export type Overlap = 'name' | 'parts' | keyof DraftFields

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

/**
 * What both changed, to different ends: the draft moved from `base` to `theirs` while the edits
 * were entered. Nothing means that both can stand.
 */
export function overlaps(base: Draft, theirs: Draft, edits: DraftEdits): readonly Overlap[] {
  const both = (before: unknown, now: unknown, mine: unknown): boolean =>
    differs(before, now) && differs(now, mine)
  const found: Overlap[] = []
  const { name, fields = {}, parts } = edits
  if (name !== undefined && both(base.campaign.name, theirs.campaign.name, name)) found.push('name')
  for (const key of Object.keys(fields) as (keyof DraftFields)[]) {
    if (both(base.campaign[key], theirs.campaign[key], fields[key])) found.push(key)
  }
  const partsOf = ({ targets, matrices }: DraftParts): DraftParts => ({ targets, matrices })
  if (parts !== undefined && both(partsOf(base), partsOf(theirs), parts)) found.push('parts')
  return found
}
