/** What is different between two campaigns' content: fields, targets and matrices by their key. */
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import type { DraftFields } from '../wizard/draft-edits.ts'
import { fieldWords, matrixWords, targetWords } from '../wizard/draft-words.ts'

export type DraftChange = {
  /** A field's name, or the key of a target or matrix. */
  readonly key: string
  readonly of: 'field' | 'target' | 'matrix'
  /** What it is called: a field's name is found in the texts. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Empty for what was added. */
  readonly before: string
  /** Empty for what was removed. */
  readonly now: string
}

/** The fields of which people care whether they are the same; dates are new in every campaign. */
const COMPARED = [
  'channels',
  'audience',
  'callingHours',
  'timeZone',
  'purpose',
  'consentBasis',
  'aiDisclosure',
  'cardPolicy',
  'firstMessageChat',
  'firstMessageCall',
  'promptChat',
  'promptCall',
] as const satisfies readonly (keyof DraftFields)[]

type Part = { readonly objectiveKey: string; readonly name: string }

function changesOfParts<Each extends Part>(
  of: 'target' | 'matrix',
  before: readonly Each[],
  now: readonly Each[],
  words: (part: Each) => string,
): readonly DraftChange[] {
  const was = new Map(before.map((part) => [part.objectiveKey, part]))
  const is = new Map(now.map((part) => [part.objectiveKey, part]))
  const keys = [...new Set([...is.keys(), ...was.keys()])]
  return keys.flatMap((key): readonly DraftChange[] => {
    const old = was.get(key)
    const fresh = is.get(key)
    const texts = { before: old ? words(old) : '', now: fresh ? words(fresh) : '' }
    if (texts.before === texts.now) return []
    const kind = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed'
    return [{ key, of, name: fresh?.name ?? old?.name ?? key, kind, ...texts }]
  })
}

/** What `now` says differently from `before`, in words; nothing where both say the same. */
export function diffDrafts(before: Draft, now: Draft): readonly DraftChange[] {
  const fields = COMPARED.filter(
    (key) => JSON.stringify(before.campaign[key]) !== JSON.stringify(now.campaign[key]),
  ).map((key): DraftChange => ({
    key,
    of: 'field',
    name: key,
    kind: 'changed',
    before: fieldWords(before, key),
    now: fieldWords(now, key),
  }))
  return [
    ...changesOfParts('target', before.targets, now.targets, targetWords),
    ...changesOfParts('matrix', before.matrices, now.matrices, matrixWords),
    ...fields,
  ]
}
