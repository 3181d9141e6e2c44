import { expect, test } from 'vitest'
import { guessMapping } from '../../../domain/dataset/import-mapping.ts'
import { CHUNK_ROWS, openImportFile } from './import-file.ts'

function open(text: string) {
  const file = openImportFile(new TextEncoder().encode(text))
  if (!file.ok) throw new Error(file.error.reason)
  const reading = { mapping: guessMapping(file.value.facts.headers), country: 'GB' as const }
  return { file: file.value, reading }
}

const MIXED = [
  'Name,Phone,Town',
  'Sam Doyle,07700 900123,Leeds',
  'Ana Ray,07700 900124 / 07700 900125,York',
  'Bo Lee,4.4E+11,',
  'Cy Orr,O7700 900126,',
  'Doyle, Di,07700 900127,Leeds',
  ',07700 900128,',
  'Sam again,+44 7700 900123,',
].join('\n')

test('a preview counts the whole file and shows what each row will become', () => {
  const { file, reading } = open(MIXED)
  const preview = file.preview(reading)
  expect(preview).toMatchObject({ faultyCount: 5, repeatedCount: 1, personCount: 1 })
  expect(preview.first.map(({ row, repeats }) => [row, repeats])).toEqual([
    [2, null],
    [3, null],
    [4, null],
    [5, null],
    [6, null],
    [7, null],
    [8, 2],
  ])
  expect(file.facts.examples).toEqual(['Sam Doyle', '07700 900123', 'Leeds'])
})

test('calls hold a thousand rows each and together the whole file', () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => `Person ${at},07700 900123`)
  const { file, reading } = open(['Name,Phone', ...rows].join('\n'))
  const chunks = [0, CHUNK_ROWS, 2 * CHUNK_ROWS].map((from) => file.chunk(from, reading))
  expect(chunks.map((chunk) => chunk.length)).toEqual([1_000, 1_000, 500])
  expect(new Set(chunks.flat().map(({ row }) => row)).size).toBe(2_500)
})

test('the numbers of all people come in parts, each once, whatever was planned meanwhile', () => {
  const rows = Array.from({ length: 10_002 }, (_, at) => `P,+4420${String(80_000_000 + at)}`)
  const { file, reading } = open(['Name,Phone', ...rows, 'P,+442080000000'].join('\n'))
  const parts = [0, 10_000, 10_002].map((from) => file.phones(from, reading))
  expect(parts.map((part) => part.length)).toEqual([10_000, 2, 0])
  expect(parts[1]?.at(-1)).toBe('+442080010001')
  const swapped = { ...reading, mapping: { ...reading.mapping, fields: { phone: 0, fullName: 1 } } }
  file.preview(swapped)
  expect(file.phones(10_000, reading)).toEqual(parts[1])
})

test('a workbook is refused before anybody tries to read it', () => {
  const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0])
  expect(openImportFile(bytes)).toEqual({ ok: false, error: { reason: 'workbook' } })
})
