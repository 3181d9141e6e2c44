/** Kinds of demo rows; a row's place here is part of its id, so new kinds go to the end. */
const ID_KINDS = [
  'job',
  'candidate',
  'candidate-note',
  'dataset',
  'member',
  'campaign',
  'target',
  'matrix',
  'launch',
  'batch',
  'recipient',
  'recipient-note',
  'message',
  'call',
] as const

export type IdKind = (typeof ID_KINDS)[number]

/** The id of a demo row, the same in every database: by it the rows are found again. */
export function demoId(kind: IdKind, number: number): string {
  const place = String(ID_KINDS.indexOf(kind) + 1).padStart(4, '0')
  return `de300000-${place}-4000-8000-${String(number).padStart(12, '0')}`
}
