/** The page's side of the import worker: questions with promised answers. */
import type { ImportRow } from '../../../data/frontend/imports.ts'
import { AppError } from '../../../lib/app-error.ts'
import type { Result } from '../../../lib/result.ts'
import type { FileFacts, FilePreview, Reading } from './import-file.ts'
import type { Layout, Unreadable } from './read-table.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

export type ImportReader = {
  /** Reads a file; without one, the same again with another layout. */
  readonly open: (blob: Blob | undefined, layout?: Layout) => Promise<Result<FileFacts, Unreadable>>
  readonly preview: (reading: Reading) => Promise<FilePreview>
  readonly chunk: (from: number, reading: Reading) => Promise<readonly ImportRow[]>
  /** The people's numbers from the place `from` on, `PHONES_A_CALL` at most. */
  readonly phones: (from: number, reading: Reading) => Promise<readonly string[]>
  readonly close: () => void
}

type Waiting = {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Starts a worker for one file. */
export function startImportReader(): ImportReader {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('fault' in data) asked?.reject(new Error(data.fault))
    else asked?.resolve(data.value)
  })
  worker.addEventListener('error', () => {
    const error = new AppError('contract', 'The part that reads files could not be started.')
    for (const asked of waiting.values()) asked.reject(error)
    waiting.clear()
  })

  function ask<Value>(question: WorkerQuestion): Promise<Value> {
    lastId += 1
    const id = lastId
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id })
    }) as Promise<Value> // the worker is our own code and answers by the same declaration
  }

  return {
    open: (blob, layout) => ask({ kind: 'open', blob, layout }),
    preview: (reading) => ask({ kind: 'preview', reading }),
    chunk: (from, reading) => ask({ kind: 'chunk', from, reading }),
    phones: (from, reading) => ask({ kind: 'phones', from, reading }),
    close: () => {
      worker.terminate()
    },
  }
}
