/**
 * What a recruiter does with a campaign that runs: look at its answers, take them out as a file, make
 * a copy for those it has not reached, and see what they changed in it.
 */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

const RUNNING = '/campaigns/de300000-0006-4000-8000-000000000001'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('an answer opens its people, who leave as a file that runs no formula', async () => {
  const { page, context, faults } = await openSignedIn(browser, `${RUNNING}?tab=results`)
  await page.getByRole('list', { name: 'Interested' }).getByRole('link', { name: 'Yes' }).click()
  await page.waitForURL(/objective=interested&value=true/)
  const table = page.getByRole('table', { name: 'Recipients' })
  const shown = await table
    .getByRole('row')
    .nth(1)
    .waitFor()
    .then(() => table.getByRole('row').count())
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(shown)
  expect(lines.slice(1).every((line) => /,'\+44\d+,/.test(line))).toBe(true)

  await page.goto(page.url().replace(/\?.*/, '?tab=activity'))
  const done = page.getByRole('region', { name: 'What was done' })
  await done.getByText(/exported \d+ recipient/).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a copy for the rest asks nobody twice, keeps its hours and says what changed', async () => {
  const { page, context, faults } = await openSignedIn(browser, RUNNING)
  await page.getByRole('button', { name: 'Duplicate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Duplicate this campaign?' })
  await dialog.getByRole('radio', { name: /Only people/ }).check()
  await dialog.getByRole('button', { name: 'Make the copy' }).click()
  await page.waitForURL(/\/edit/)
  const wizard = page.url().replace(/\?.*/, '')

  await page.goto(`${wizard}?step=channels`)
  await page.getByRole('switch', { name: 'Only on certain days and hours' }).check()
  await page.getByText('Sat', { exact: true }).click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await page.goto(`${wizard}?step=questions`)
  const first = page
    .getByRole('textbox', { name: 'What exactly the agents should find out' })
    .first()
  await first.fill('Would they take this job at once?')
  await page.getByText('Saved', { exact: true }).waitFor()

  await page.goto(`${wizard}?step=review&reason=contacted_before`)
  const changes = page.getByRole('region', { name: 'What changed' })
  await changes.getByText('Would they take this job at once?').waitFor()
  await changes.getByText('Mon, Tue, Wed, Thu, Fri, Sat, 09:00–19:00').waitFor()
  await changes.getByRole('link', { name: 'Plumber - London' }).waitFor()
  const before = page.getByRole('list', { name: 'Contacted before' })
  await before.getByRole('listitem').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
