/** What the page asks of the import worker, and how it answers. */
import type { Reading } from './import-file.ts'
import type { Layout } from './read-table.ts'

type Question =
  | {
      readonly kind: 'open'
      /** Left out to read the same file anew with another layout. */
      readonly blob?: Blob | undefined
      readonly layout?: Layout | undefined
    }
  | { readonly kind: 'preview'; readonly reading: Reading }
  | { readonly kind: 'chunk' | 'phones'; readonly from: number; readonly reading: Reading }

export type WorkerQuestion = Question
export type WorkerRequest = Question & { readonly id: number }
export type WorkerAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string }
