/** What a benchmark found out: tables of figures and ratios, printed and kept for the report. */
import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'
import { toTable } from '../../scripts/cli/table.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that collects the tables of this run, a line of JSON each. */
    benchResults: string
  }
}

export type BenchTable = {
  readonly title: string
  /** What was measured against what, and how. */
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function publish(table: BenchTable): void {
  appendFileSync(inject('benchResults'), `${JSON.stringify(table)}\n`)
  console.log(`\n${table.title}\n${table.note}\n`)
  console.log(toTable([table.columns, ...table.rows]).join('\n'))
}

/** Milliseconds that it takes, and what comes of it. */
export async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly ms: number; readonly value: Value }> {
  const startedMs = performance.now()
  const value = await work()
  return { ms: performance.now() - startedMs, value }
}

export function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en-GB')} ms`
}

export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en-GB')}×`
}

export function count(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

/** The sizes to measure, up to BENCH_MAX rows (default a million). */
export function sizesUpTo(sizes: readonly number[]): number[] {
  const most = Number(process.env['BENCH_MAX'] ?? 1_000_000)
  return sizes.filter((size) => size <= most)
}
