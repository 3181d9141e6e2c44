import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportAnswer, ImportRow } from '../../../data/frontend/imports.ts'
import { AppError, isAppError } from '../../../lib/app-error.ts'
import { type ImportSteps, runImport } from './run-import.ts'

const CHUNK = 10

/** A database that keeps rows by number, and fails when told to, before or after it kept them. */
function fakeDatabase(total: number, failures: ('before' | 'after' | null)[]) {
  const kept = new Set<number>()
  let state: ImportAnswer['state'] = 'running'
  const answer = (): ImportAnswer => ({
    importId: 'i',
    datasetId: 'd',
    state,
    total,
    read: kept.size,
    created: kept.size,
    linked: 0,
    updated: 0,
    duplicate: 0,
    rejected: 0,
  })
  const attempt = async (act: () => void): Promise<ImportAnswer> => {
    const failure = failures.shift() ?? null
    if (failure === 'before') throw new AppError('network', 'no answer')
    act()
    if (failure === 'after') throw new AppError('timeout', 'answer lost')
    return answer()
  }
  const steps: ImportSteps = {
    start: () => attempt(() => {}),
    chunk: async (from) =>
      Array.from({ length: Math.min(CHUNK, total - from) }, (_, at) => ({
        row: from + at + 2,
        faults: [],
        given: {},
      })),
    send: (rows: readonly ImportRow[]) =>
      attempt(() => {
        if (state !== 'running') throw new AppError('conflict', 'closed')
        for (const { row } of rows) kept.add(row)
      }),
    finish: () =>
      attempt(() => {
        state = 'finished'
      }),
  }
  return { steps, kept }
}

const quiet = {
  onWait: () => {},
  wait: async () => {},
  signedInAgain: async () => false,
  random: () => 0.5,
}

test('whatever fails, with going on again every row is in once and the import is finished', async () => {
  const failure = fc.constantFrom('before' as const, 'after' as const, null)
  await fc.assert(
    fc.asyncProperty(fc.nat(65), fc.array(failure, { maxLength: 60 }), async (total, failures) => {
      const { steps, kept } = fakeDatabase(total, [...failures])
      let from = 0
      let end: ImportAnswer | undefined
      while (end === undefined) {
        try {
          end = await runImport(steps, {
            ...quiet,
            from,
            total,
            onProgress: (sent) => {
              from = sent
            },
          })
        } catch (error) {
          if (!isAppError(error) || !error.retryable) throw error
        }
      }
      expect(end).toMatchObject({ state: 'finished', read: total })
      expect(kept.size).toBe(total)
    }),
  )
})

test('what can’t succeed later is not repeated', async () => {
  const { steps } = fakeDatabase(5, [])
  let calls = 0
  const refusing: ImportSteps = {
    ...steps,
    send: async () => {
      calls += 1
      throw new AppError('forbidden', 'not yours')
    },
  }
  const run = runImport(refusing, { ...quiet, from: 0, total: 5, onProgress: () => {} })
  await expect(run).rejects.toThrow('not yours')
  expect(calls).toBe(1)
})

test('the other side’s wish for a wait is kept', async () => {
  const { steps } = fakeDatabase(5, [])
  const waits: number[] = []
  let refused = false
  const busy: ImportSteps = {
    ...steps,
    send: async (rows) => {
      if (refused) return steps.send(rows)
      refused = true
      throw new AppError('rate-limited', 'busy', { retryAfterSeconds: 30 })
    },
  }
  const wait = async (delayMs: number): Promise<void> => {
    waits.push(delayMs)
  }
  await runImport(busy, { ...quiet, wait, from: 0, total: 5, onProgress: () => {} })
  expect(waits).toEqual([30_000])
})

test('a sign-in that ran out is waited for, and the import goes on with the same rows', async () => {
  const { steps, kept } = fakeDatabase(25, [])
  let isSignedIn = true
  let sends = 0
  const guarded: ImportSteps = {
    ...steps,
    send: async (rows) => {
      sends += 1
      if (sends === 2) isSignedIn = false
      if (!isSignedIn) throw new AppError('unauthenticated', 'expired')
      return steps.send(rows)
    },
  }
  const signedInAgain = async (): Promise<boolean> => {
    isSignedIn = true
    return true
  }
  const answer = await runImport(guarded, {
    ...quiet,
    signedInAgain,
    from: 0,
    total: 25,
    onProgress: () => {},
  })
  expect(answer).toMatchObject({ state: 'finished', read: 25 })
  expect(kept.size).toBe(25)
})

test('where no new sign-in can be awaited, a refused one stops the import', async () => {
  const { steps } = fakeDatabase(5, [])
  const refusing: ImportSteps = {
    ...steps,
    send: () => Promise.reject(new AppError('unauthenticated', 'not accepted')),
  }
  const run = runImport(refusing, { ...quiet, from: 0, total: 5, onProgress: () => {} })
  await expect(run).rejects.toThrow('not accepted')
})
