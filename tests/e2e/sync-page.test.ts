/** The sync page against the real stack: a dry run, and a pause that everybody sees. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('a dry run works while the sync is paused, and the sync goes on afterwards', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/sync')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('dialog').getByLabel('Why').fill('A test looks')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await page.getByText('A test looks').waitFor()
  await page.getByRole('button', { name: 'Show what a sync would change' }).click()
  await page.getByText('Nothing was changed by looking.').waitFor()
  await page.getByRole('button', { name: 'Let it go on' }).click()
  await page.getByText('A test looks').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})

test('everything read anew is a run of its own that can be opened', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/sync')
  await page.getByRole('button', { name: 'Read everything anew' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Read everything anew' }).click()
  const run = page.getByRole('row', { name: /Everything/ }).first()
  await run.getByRole('link').click()
  await page.getByRole('dialog', { name: 'Run' }).getByText('Messages').waitFor()
  expect(page.url()).toContain('run=')
  expect(faults).toEqual([])
  await context.close()
})
