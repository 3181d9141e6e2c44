/** Taking targets and matrices of another campaign over into a draft. */
import type { Draft, DraftMatrix, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import { type DraftParts, withKeys } from './draft-edits.ts'
import { matrixWords, targetWords } from './draft-words.ts'

export type ReusablePart = {
  readonly id: string
  readonly name: string
  readonly words: string
  /** `other`: the draft has one under the same key that says something else. */
  readonly state: 'new' | 'same' | 'other'
}

function stateOf(words: string, present: string | undefined): ReusablePart['state'] {
  if (present === undefined) return 'new'
  return present === words ? 'same' : 'other'
}

/** The parts of an earlier campaign, each held against the draft's own. */
export function reusableParts(draft: DraftParts, earlier: DraftParts): readonly ReusablePart[] {
  const own = new Map([
    ...draft.targets.map((part) => [part.objectiveKey, targetWords(part)] as const),
    ...draft.matrices.map((part) => [part.objectiveKey, matrixWords(part)] as const),
  ])
  const toPart = (id: string, name: string, key: string, words: string): ReusablePart => ({
    id,
    name,
    words,
    state: stateOf(words, own.get(key)),
  })
  return [
    ...earlier.targets.map((part) =>
      toPart(part.id, part.name, part.objectiveKey, targetWords(part)),
    ),
    ...earlier.matrices.map((part) =>
      toPart(part.id, part.name, part.objectiveKey, matrixWords(part)),
    ),
  ]
}

/** The list with each taken part in the place of its namesake, or at the end. */
function merged<Part extends DraftTarget | DraftMatrix>(
  own: readonly Part[],
  taken: readonly Part[],
  newId: () => string,
): readonly Part[] {
  const byKey = new Map(taken.map((part) => [part.objectiveKey, part]))
  const replaced = own.map((part) => {
    const other = byKey.get(part.objectiveKey)
    return other === undefined ? part : { ...other, id: part.id }
  })
  const known = new Set(own.map((part) => part.objectiveKey))
  const added = taken.filter((part) => !known.has(part.objectiveKey))
  return [...replaced, ...added.map((part) => ({ ...part, id: newId() }))]
}

/**
 * The draft's parts with the chosen ones of an earlier campaign. A target that moves people to a
 * column of another job's board only records its answer here.
 *
 * @param newId makes the id of each added part
 */
export function withReused(
  draft: Draft,
  earlier: Draft,
  chosen: ReadonlySet<string>,
  newId: () => string,
): DraftParts {
  const sameJob = draft.campaign.jobId === earlier.campaign.jobId
  const targets = earlier.targets
    .filter(({ id }) => chosen.has(id))
    .map((part) => (sameJob ? part : { ...part, kind: 'custom' as const, columnId: null }))
  const matrices = earlier.matrices.filter(({ id }) => chosen.has(id))
  return withKeys(merged(draft.targets, targets, newId), merged(draft.matrices, matrices, newId))
}
