/** Collects what the benchmarks publish and writes docs/performance.md when all of them ran. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { BenchTable } from './results.ts'

const REPORT = new URL('../../docs/performance.md', import.meta.url)
const GIB = 1024 ** 3

let folder = ''
let file = ''

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  file = join(folder, 'results.jsonl')
  writeFileSync(file, '')
  project.provide('benchResults', file)
}

/** Of a run of some benchmarks only (`BENCH_REPORT=no`), the printed tables are all there is. */
export function teardown(): void {
  const tables = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BenchTable)
  if (tables.length > 0 && process.env['BENCH_REPORT'] !== 'no') {
    writeFileSync(REPORT, toReport(tables))
  }
  rmSync(folder, { recursive: true, force: true })
}

function toReport(tables: readonly BenchTable[]): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / GIB)} GiB, Node ${process.versions.node}, PostgreSQL 17 and PostgREST on loopback, without fsync`
  const head = [
    '# Performance',
    '',
    'Written by `npm run bench`. Every ratio is of figures from one run, side by side.',
    '',
    `Machine: ${machine}.`,
  ]
  return [...head, ...tables.flatMap(toSection)].join('\n').concat('\n')
}

function toSection({ title, note, columns, rows }: BenchTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'))
  return ['', `## ${title}`, '', note, '', line(columns), line(rule), ...rows.map(line)]
}
