/** Reads and plans off the page's thread, with phone metadata that the app itself needn't load. */
import { type ImportFile, openImportFile } from './import-file.ts'
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts'

let bytes: Uint8Array | undefined
let file: ImportFile | undefined

async function answer(request: WorkerRequest): Promise<unknown> {
  switch (request.kind) {
    case 'open': {
      if (request.blob !== undefined) {
        try {
          bytes = new Uint8Array(await request.blob.arrayBuffer())
        } catch {
          // The file was moved, or the browser may not read it.
          return { ok: false, error: { reason: 'not-opened' } }
        }
      }
      const opened = openImportFile(bytes ?? new Uint8Array(), request.layout)
      if (!opened.ok) return opened
      file = opened.value
      return { ok: true, value: file.facts }
    }
    case 'preview':
      return file?.preview(request.reading)
    case 'chunk':
      return file?.chunk(request.from, request.reading)
    case 'phones':
      return file?.phones(request.from, request.reading)
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then(
    (value) => {
      postMessage({ id: data.id, value } satisfies WorkerAnswer)
    },
    (error: unknown) => {
      postMessage({ id: data.id, fault: String(error) } satisfies WorkerAnswer)
    },
  )
})
