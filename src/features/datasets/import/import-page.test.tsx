// @vitest-environment jsdom
import { Blob } from 'node:buffer'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import { type ImportFile, openImportFile } from './import-file.ts'
import { ImportPage } from './import-page.tsx'
import type { ImportReader } from './import-reader.ts'
import { chooseFile, forgetImport } from './import-store.ts'

/** The worker's part without a worker, which jsdom doesn't have. */
function readerInProcess(): ImportReader {
  let bytes = new Uint8Array()
  let file: ImportFile | undefined
  const held = (): ImportFile => {
    if (file === undefined) throw new Error('no file')
    return file
  }
  return {
    open: async (blob, layout) => {
      if (blob !== undefined) bytes = new Uint8Array(await blob.arrayBuffer())
      const opened = openImportFile(bytes, layout)
      if (!opened.ok) return opened
      file = opened.value
      return { ok: true, value: file.facts }
    },
    preview: async (reading) => held().preview(reading),
    chunk: async (from, reading) => held().chunk(from, reading),
    phones: async (from, reading) => held().phones(from, reading),
    close: () => undefined,
  }
}
vi.mock('./import-reader.ts', () => ({ startImportReader: () => readerInProcess() }))

const OFFICE = '22222222-2222-4222-8222-222222222222'
const LEEDS = { id: OFFICE, name: 'Leeds', timeZone: 'Europe/London', defaultCountry: 'GB' }
const POOL = {
  id: OFFICE,
  office_id: OFFICE,
  name: 'people',
  description: '',
  source: 'csv',
  created_at: '2026-09-01T10:00:00Z',
  version: 1,
  members: 0,
  without_phone: 0,
}
const routes = [{ path: '/datasets/import', element: <ImportPage /> }]
const answer = (read: number, state: string) => ({
  importId: OFFICE,
  datasetId: OFFICE,
  state,
  total: 2,
  read,
  created: Math.min(read, 1),
  linked: 0,
  updated: 0,
  duplicate: 0,
  rejected: Math.max(read - 1, 0),
})

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  forgetImport()
})

/** Chooses a file that holds this text. */
async function choose(text: string): Promise<void> {
  await screen.findByText('Drop a CSV file here')
  await act(() => chooseFile(new Blob([text]) as globalThis.Blob, 'people.csv'))
}

test.each([
  ['', 'This file is empty'],
  ['Name,Phone\n', 'This file has headers but no rows'],
  ['%PDF-1.7', 'This is a PDF, not a CSV file'],
])('%j has its own message and another file can be chosen', async (text, message) => {
  renderPage(routes, '/datasets/import', { offices: [LEEDS] })
  await choose(text)
  expect(await screen.findByRole('alert')).toHaveTextContent(`people.csv: ${message}`)
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('without a column for the phone nothing can be imported', async () => {
  renderPage(routes, '/datasets/import', { offices: [LEEDS] })
  await choose('Name,Colour\nSam,red')
  expect(await screen.findByText('Choose which column holds the phone number.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Import 1 row' })).toBeDisabled()
})

test('rows are shown as they will become, sent, and accounted for after going on', async () => {
  let refusals = 1
  let made = 0
  const { requests } = provideFakeFrontend({
    'POST datasets': () => {
      made += 1
      return made === 1 ? null : Response.json({ code: '23505', message: 'twice' }, { status: 409 })
    },
    'GET datasets_with_counts': () => Response.json(POOL),
    'POST rpc/start_import': () => answer(0, 'running'),
    'POST rpc/import_rows': () => {
      refusals -= 1
      return refusals >= 0
        ? Response.json({ code: '42501', message: 'no' }, { status: 403 })
        : answer(2, 'running')
    },
    'POST rpc/finish_import': () => answer(2, 'finished'),
  })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  renderPage(routes, '/datasets/import', { offices: [LEEDS] })
  await choose('Name,Phone\nSam Doyle,07700 900123\nAna Ray,4.4E+11')
  const preview = within(await screen.findByRole('table', { name: 'What the rows will become' }))
  expect(await preview.findByText(/\+44 7700 900123/)).toBeVisible()
  expect(preview.getByText(/The spreadsheet changed this number/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Import 2 rows' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Go on' }))
  expect(await screen.findByText('Together 2 rows: every row of the file.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Download rejected rows' })).toBeVisible()
  const starts = requests.filter(({ call }) => call === 'POST rpc/start_import')
  expect(new Set(starts.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})
