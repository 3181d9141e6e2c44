/** From a search to a campaign: a segment is saved, a campaign begins with it, and whom it finds is contacted. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { finishDraft } from '../support/finish-draft.ts'

const FILE = [
  'Name,Phone,Trade,Tags',
  'Wilma Stone,07700 900861,Mason,stone;night',
  'Olaf Brick,07700 900862,Mason,stone',
  'Petra Sand,07700 900863,Mason,"sand, night"',
].join('\n')

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
})

test('a segment of tagged people becomes the audience of a campaign that is launched', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets/import')
  const file = { name: 'masons.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await page.getByText('Together 3 rows: every row of the file.').waitFor()

  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search people' }).fill('stone')
  await page.getByText('2 people', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Segments' }).click()
  await page.getByRole('menuitem', { name: 'Save this search as a segment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as a segment' })
  await dialog.getByLabel('Name').fill('Stone masons')
  await dialog.getByRole('button', { name: 'Save segment' }).click()

  await page.getByRole('link', { name: 'Start a campaign' }).click()
  await page.getByText('The audience begins with the segment “Stone masons”.').waitFor()
  await page.getByRole('combobox', { name: 'Job' }).click()
  await page.getByRole('option', { name: /^Plumber/ }).click()
  await page.getByLabel('Name of the campaign').fill('Masons from a segment')
  await page.getByRole('button', { name: 'Create draft' }).click()
  const section = page.getByRole('region', { name: 'Segments of people' })
  expect(await section.getByRole('checkbox', { name: /Stone masons/ }).isChecked()).toBe(true)
  await section.getByText('2 people').waitFor()
  await finishDraft(page)
  await page.getByRole('button', { name: 'Launch to 2 people' }).click()
  await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/)
  await page.getByRole('row', { name: /Wilma Stone/ }).waitFor()
  await page.getByRole('row', { name: /Olaf Brick/ }).waitFor()
  expect(await page.getByRole('row', { name: /Petra Sand/ }).count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})
