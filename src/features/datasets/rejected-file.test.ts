import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { rejectedFile } from './rejected-file.ts'

const IMPORT = '11111111-1111-4111-8111-111111111111'
const fault = (column: string, message: string) => ({ column, code: 'odd', message })

test('rejected rows come back in the columns of their file, with their row and why', async () => {
  provideFakeFrontend({
    'POST rpc/rejected_rows': () => [
      {
        row: 3,
        faults: [fault('Phone', 'Too short.'), fault('', 'No name.')],
        // The database keeps no order of names.
        given: { Town: 'York', Phone: '0770', 'Phone (4)': '=1+1' },
      },
      {
        row: 6,
        faults: [fault('', 'Too many cells.')],
        given: { Name: 'Di', 'Column 5': 'Leeds' },
      },
    ],
  })
  const csv = await rejectedFile(IMPORT, ['Name', 'Phone', 'Town', 'Phone'])
  const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd(), { delimiter: ',' })
  expect(data).toEqual([
    ['Name', 'Phone', 'Town', 'Phone', 'Row', 'Problem'],
    ['', '0770', 'York', "'=1+1", '3', 'Phone: Too short. No name.'],
    ['Di', '', '', '', '6', 'Too many cells.', 'Leeds'],
  ])
})
