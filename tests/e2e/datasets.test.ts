import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** Drops a file on the page as a person does with the mouse. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName, { type: 'text/csv' }))
      return data
    },
    [name, text],
  )
  const target = page.getByRole('heading', { name: 'Drop a CSV file here' })
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await target.dispatchEvent('drop', { dataTransfer: transfer })
}

const FILE = [
  'Name;Phone;Trade',
  'Zoë Quill;07700 900801;Joiner',
  'Bram Oake;07700 900802;Joiner',
  'Zoë Quill;07700 900801;Joiner',
  'Nia Reed;4.4E+11;Joiner',
  'Two Numbers;07700 900803 / 07700 900804;Joiner',
].join('\r\n')

test('a file is dropped, checked, imported, worked on and taken back', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets/import')
  await drop(page, 'joiners.csv', FILE)
  await page.getByText('semicolons').waitFor()
  await page.getByText('2 people new to your offices').waitFor()
  await page.getByText('The spreadsheet changed this number').first().waitFor()
  await page.getByRole('button', { name: 'Import 5 rows' }).click()
  await page.getByText('Together 5 rows: every row of the file.').waitFor()
  await page.getByRole('link', { name: 'Open the pool' }).click()

  await page.getByRole('link', { name: /Zoë Quill/ }).waitFor()
  await page.getByRole('checkbox', { name: 'Select all rows' }).check()
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tags').first().fill('night shift')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByText('night shift').nth(1).waitFor()
  const exported = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const lines = (await readFile(await (await exported).path(), 'utf8')).split('\r\n')
  expect(lines[0]).toContain('Trade,Tags,')
  expect(lines.filter((line) => line.includes('Joiner,night shift,'))).toHaveLength(2)

  await page.getByRole('button', { name: 'Imports' }).click()
  await dialog.getByText('5 rows of 5 rows read, 2 rows rejected').waitFor()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Rejected rows' }).click()
  expect((await download).suggestedFilename()).toBe('joiners – rejected.csv')
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  // Both were tagged by hand since, so they stay and are named.
  await dialog.getByText('Zoë Quill was changed by hand').waitFor()
  await dialog.getByText('There is nothing to take back.').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('an import that a reload interrupts goes on, and nothing comes twice; undone, all go', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets/import')
  // Ofcom's fictional landlines of Leeds, Sheffield and Nottingham: 0113, 0114 and 0115 496 0xxx.
  const rows = Array.from({ length: 2_500 }, (_, index) => {
    const area = 113 + Math.floor(index / 1_000)
    return `Person ${index},+44${area}4960${String(index % 1_000).padStart(3, '0')}`
  })
  await page.route('**/rpc/import_rows', async (route) => {
    const { p_rows: sent } = route.request().postDataJSON() as { p_rows: { row: number }[] }
    // The second call never gets there.
    if (sent.some(({ row }) => row > 1_500)) await route.abort()
    else await route.continue()
  })
  await drop(page, 'many.csv', ['Name,Phone', ...rows].join('\n'))
  await page.getByRole('button', { name: 'Import 2,500 rows' }).click()
  await page.getByText('No answer just now').waitFor()
  page.on('dialog', (asked) => void asked.accept())
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()
  await page.getByText('The import of many.csv was interrupted').waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Together 2,500 rows: every row of the file.').waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Open the pool' }).click()
  await page.getByText('2,500 people').waitFor()

  await page.getByRole('button', { name: 'Imports' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await dialog.getByText('2,500 people will be removed').waitFor()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await dialog.getByText('Import undone: 2,500 people removed').waitFor({ timeout: 30_000 })
  expect(faults).toEqual([])
  await context.close()
})

test('cells that are pasted are read as a file; signing out leaves none of them', async () => {
  const { page, context } = await openSignedIn(browser, '/datasets/import')
  await page.getByRole('heading', { name: 'Drop a CSV file here' }).waitFor()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Name\tPhone\nPip Vale\t07700 900811')
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await page.getByText('Pip Vale').filter({ visible: true }).first().waitFor()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('Email').waitFor()
  expect(await page.content()).not.toContain('Pip Vale')
  await context.close()
})
