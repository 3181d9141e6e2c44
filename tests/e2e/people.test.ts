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

/** Adds somebody to the pool that is open. */
async function addPerson(page: Page, name: string, phone: string, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Add person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Phone' }).fill(phone)
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await dialog.getByRole('button', { name: 'Add person' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a person is found by any form of their number, and twins are merged and parted', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets')
  await page.getByRole('button', { name: 'New pool' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Twins')
  await page.getByRole('button', { name: 'Create pool' }).click()
  await page.getByRole('heading', { name: 'Twins' }).waitFor()
  await addPerson(page, 'Łucja Wren', '07700 900821', 'lucja@example.org')
  await addPerson(page, 'Lucja W.', '07700 900822', 'lucja@example.org')

  await page.getByRole('link', { name: 'People', exact: true }).click()
  const search = page.getByRole('searchbox', { name: 'Search people' })
  for (const words of ['lucja wren', '+44 7700 900821', '0044 7700900821', '900821']) {
    await search.fill(words)
    await page.getByText('1 person', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Łucja Wren' }).waitFor()
  }
  await page.getByRole('link', { name: 'Łucja Wren' }).click()
  await page.getByText('Maybe the same person').waitFor()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('Merged from').waitFor()
  await page.getByText('Other numbers').waitFor()
  await page.getByRole('button', { name: 'Undo merge' }).click()
  await page.getByText('They are two people again').waitFor()
  await page.getByText('Maybe the same person').waitFor()

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'All that is held, as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^person-.*\.csv$/)
  await page.getByRole('button', { name: 'Erase person' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase person' }).click()
  await page.waitForURL(/\/people$/)
  // Of the two, one is left.
  await search.fill('lucja')
  await page.getByText('1 person', { exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('words of a conversation lead to the person and on to the conversation', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/people?search=holiday')
  await page.locator('mark', { hasText: 'holiday' }).first().waitFor()
  await page.getByRole('table', { name: 'People' }).getByRole('link').first().click()
  await page.getByRole('heading', { name: /In campaigns/ }).waitFor()
  await page.locator('section', { hasText: 'In campaigns' }).getByRole('link').first().click()
  await page.getByRole('dialog').getByText('holiday').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
