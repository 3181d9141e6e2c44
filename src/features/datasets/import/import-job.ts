import type { Reading } from './import-file.ts'

/** The pool to fill; `create` is how to make it where it is new. */
export type ImportTarget = {
  readonly datasetId: string
  readonly create: { readonly name: string; readonly officeId: string } | null
}

export type ImportJob = {
  readonly importId: string
  readonly target: ImportTarget
  readonly reading: Reading
  readonly total: number
}
