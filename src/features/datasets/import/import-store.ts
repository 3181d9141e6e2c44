/**
 * The import of this tab. It lives beside the pages, so that it goes on while others are open;
 * only closing the tab ends it, which is asked about.
 */
import { create } from 'zustand'
import { createDataset, getDataset } from '../../../data/frontend/datasets.ts'
import {
  finishImport,
  importRows,
  startImport,
  type ImportAnswer,
} from '../../../data/frontend/imports.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { nextSignIn } from '../../../data/frontend/stored-session.ts'
import type { ImportMapping } from '../../../domain/dataset/import-mapping.ts'
import { AppError, isAppError } from '../../../lib/app-error.ts'
import { forgetOnLeaving } from '../../../lib/leaving.ts'
import type { FileFacts } from './import-file.ts'
import type { ImportJob, ImportTarget } from './import-job.ts'
import { type ImportReader, startImportReader } from './import-reader.ts'
import { firstMapping, rememberMapping } from './mapping-memory.ts'
import { dropKeptImport, keepImport, type KeptImport } from './kept-import.ts'
import type { Layout, Unreadable } from './read-table.ts'
import { runImport } from './run-import.ts'

type ImportState = {
  readonly phase: 'choose' | 'reading' | 'check' | 'running' | 'stopped' | 'finished'
  /** Counts files, so that what was planned for one is never shown for another. */
  readonly fileNumber: number
  readonly fileName: string
  readonly unreadable: Unreadable | null
  readonly facts: FileFacts | null
  readonly mapping: ImportMapping | null
  readonly job: ImportJob | null
  readonly sent: number
  readonly answer: ImportAnswer | null
  readonly waitMs: number | null
  readonly error: unknown
}

const NOTHING: ImportState = {
  phase: 'choose',
  fileNumber: 0,
  fileName: '',
  unreadable: null,
  facts: null,
  mapping: null,
  job: null,
  sent: 0,
  answer: null,
  waitMs: null,
  error: null,
}

export const useImport = create<ImportState>(() => NOTHING)

let reader: ImportReader | undefined
/** The file itself, to be kept while it is sent. */
let file: Blob | undefined

/** The worker that holds the file. */
export function importReader(): ImportReader {
  reader ??= startImportReader()
  return reader
}

async function open(blob: Blob | undefined, layout?: Layout): Promise<void> {
  const { fileNumber } = useImport.getState()
  const opened = await importReader().open(blob, layout)
  if (useImport.getState().fileNumber !== fileNumber) return
  if (!opened.ok) {
    useImport.setState({ phase: 'choose', unreadable: opened.error })
    return
  }
  const facts = opened.value
  useImport.setState({ phase: 'check', facts, mapping: firstMapping(facts.headers) })
}

/** Reads a file that was chosen, dropped or pasted, in place of the one before. */
export async function chooseFile(blob: Blob, fileName: string): Promise<void> {
  const fileNumber = useImport.getState().fileNumber + 1
  useImport.setState({ ...NOTHING, phase: 'reading', fileNumber, fileName })
  file = blob
  try {
    await open(blob)
  } catch {
    reader?.close()
    reader = undefined
    useImport.setState({ phase: 'choose', unreadable: { reason: 'not-opened' } })
  }
}

/** Reads the same file with another layout. */
export async function readAgain(layout: Layout): Promise<void> {
  const fileNumber = useImport.getState().fileNumber + 1
  useImport.setState({ fileNumber })
  await open(undefined, layout)
}

/** Says which column holds what. */
export function setMapping(mapping: ImportMapping): void {
  useImport.setState({ mapping })
}

/** Back to choosing a file; the worker and what it holds go. */
export function forgetImport(): void {
  reader?.close()
  reader = undefined
  file = undefined
  void dropKeptImport()
  useImport.setState({ ...NOTHING, fileNumber: useImport.getState().fileNumber + 1 })
}

// Signing out in the middle leaves no row of it behind, neither here nor on the device.
forgetOnLeaving(forgetImport)

/** Reads a kept file again, ready to go on; false where it can't be read any more. */
export async function reopenImport(kept: KeptImport): Promise<boolean> {
  const fileNumber = useImport.getState().fileNumber + 1
  const { fileName, job } = kept
  file = kept.blob
  const opened = await importReader().open(kept.blob, {
    hasHeaders: kept.hasHeaders,
    delimiter: kept.delimiter,
  })
  if (!opened.ok) {
    useImport.setState({ ...NOTHING, fileNumber, fileName, unreadable: opened.error })
    return false
  }
  const { mapping } = job.reading
  useImport.setState({
    ...NOTHING,
    phase: 'running',
    fileNumber,
    fileName,
    facts: opened.value,
    mapping,
    job,
  })
  return true
}

async function makePool({ datasetId, create: made }: ImportTarget): Promise<void> {
  if (made === null) return
  try {
    const pool = { ...made, id: datasetId, description: '', source: 'csv' as const }
    await createDataset(frontend(), pool)
  } catch (error) {
    // An attempt before may have made it, its answer lost.
    if (!isAppError(error, 'invalid', 'conflict')) throw error
    await getDataset(frontend(), datasetId).catch(() => {
      throw error
    })
  }
}

function putAside(): AppError {
  return new AppError('conflict', 'The import was put aside.', { code: 'import_put_aside' })
}

function askBeforeClosing(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** Runs a job to its end, from where an attempt before got to; throws what stopped it. */
async function run(job: ImportJob): Promise<ImportAnswer> {
  const { importId, target, reading, total } = job
  useImport.setState({ phase: 'running', job, error: null, waitMs: null })
  window.addEventListener('beforeunload', askBeforeClosing)
  // Signing out or another file ends it between two calls; who signs in afterwards sends nothing of it.
  const stillThis = <Value>(call: () => Promise<Value>): Promise<Value> =>
    useImport.getState().job === job ? call() : Promise.reject(putAside())
  try {
    const { fileName, sent } = useImport.getState()
    const answer = await runImport(
      {
        start: () =>
          stillThis(async () => {
            await makePool(target)
            const start = { id: importId, datasetId: target.datasetId, fileName, totalRows: total }
            const { headers, fields } = reading.mapping
            const mapping = { headers: [...headers], fields, country: reading.country }
            return startImport(frontend(), { ...start, mapping })
          }),
        chunk: (from) => stillThis(() => importReader().chunk(from, reading)),
        send: (rows) => stillThis(() => importRows(frontend(), importId, rows)),
        finish: () => stillThis(() => finishImport(frontend(), importId)),
      },
      {
        from: sent,
        total,
        onProgress: (done, account) => {
          if (useImport.getState().job !== job) throw putAside()
          useImport.setState({ sent: done, answer: account })
        },
        onWait: (wait) => {
          useImport.setState({ waitMs: wait?.delayMs ?? null })
        },
        wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
        signedInAgain: nextSignIn,
        random: Math.random,
      },
    )
    if (useImport.getState().job !== job) return answer // put aside meanwhile
    useImport.setState({ phase: 'finished', sent: total, answer, waitMs: null })
    void dropKeptImport()
    return answer
  } catch (error) {
    if (useImport.getState().job === job) {
      useImport.setState({ phase: 'stopped', error, waitMs: null })
    }
    throw error
  } finally {
    window.removeEventListener('beforeunload', askBeforeClosing)
  }
}

/** Begins an import, or goes on with the one that stopped. @param userId who does it */
export async function runJob(job: ImportJob, userId: string): Promise<ImportAnswer> {
  const { fileName, facts } = useImport.getState()
  if (file !== undefined && facts !== null) {
    const { hasHeaders, delimiter } = facts
    const savedAtMs = Date.now()
    const layout = { hasHeaders, delimiter }
    await keepImport({ userId, savedAtMs, fileName, blob: file, ...layout, job })
  }
  if (useImport.getState().job?.importId !== job.importId) {
    useImport.setState({ sent: 0, answer: null })
    rememberMapping(job.reading.mapping)
  }
  return run(job)
}
