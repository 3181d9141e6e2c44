/**
 * The main job from end to end: people who are in no seed come from a CSV, a campaign is built for
 * them, launched, and their statuses on the board rest on a chat and a call.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { finishDraft } from '../support/finish-draft.ts'
import { syncUntil } from '../support/sync-until.ts'

const JOB = 'de300000-0001-4000-8000-000000000001'

/** The demo agent plays by the last digit: 1 agrees to an interview, 4 does not answer, 7 says STOP. */
const PEOPLE = `Name,Mobile,Trade
Petra Holloway,07700 900901,Plumber
Owen Castell,+44 7700 900917,Plumber
Maya Brandt,0044 7700 900924,Pipe fitter
Two Numbers,07700 900931 / 07700 900932,Plumber
Excel Damage,4.4E+11,Plumber
Petra Again,07700900901,Plumber
No Phone At All,,Plumber
`

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

async function importPeople(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'plumbers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(PEOPLE),
  })
  await page.getByLabel('Name of the new pool').fill('People of the test')
  await page
    .getByText('3 people · 1 row with a number from further up · 3 rows with faults')
    .waitFor()
  await page.getByRole('button', { name: 'Import 7 rows' }).click()
  await page.getByText('Together 7 rows: every row of the file.').waitFor()
}

async function buildCampaign(page: Page): Promise<void> {
  await page.getByLabel('Name of the campaign').fill('Plumber - Test Town')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.getByRole('checkbox', { name: /People of the test/ }).check()
  await finishDraft(page)
}

test('from a CSV to a status on the board, with the chat and the call that caused it', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets/import')
  await importPeople(page)

  await page.goto(new URL(`/campaigns/new?job=${JOB}`, page.url()).href)
  await buildCampaign(page)
  await page.getByRole('button', { name: 'Launch to 3 people' }).click()
  await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/)

  const petra = page.getByRole('row', { name: /Petra Holloway/ })
  await syncUntil(page, () => petra.getByText('Interview').isVisible())

  await page.goto(new URL(`/jobs/${JOB}`, page.url()).href)
  await page.getByRole('link', { name: 'Petra Holloway' }).click()
  const panel = page.getByRole('dialog', { name: 'Petra Holloway' })
  await panel.locator('[id^="message-"]').nth(1).waitFor()
  await panel.getByText('because “Interview scheduled” is Yes').first().waitFor()
  const call = panel.locator('details').first()
  await call.locator('summary').click()
  await call.locator('li').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a person’s decision stays, and a second browser sees it', async () => {
  const ann = await openSignedIn(browser, `/jobs/${JOB}`)
  const ben = await openSignedIn(browser, `/jobs/${JOB}`)
  await ann.page.getByRole('link', { name: 'George Whitfield' }).click()
  const panel = ann.page.getByRole('dialog', { name: 'George Whitfield' })
  await panel.getByRole('combobox', { name: 'Set status' }).click()
  await ann.page.getByRole('option', { name: 'Hired' }).click()
  await panel.getByText('Set by a person; automation leaves it alone.').waitFor()

  const hired = ben.page.getByRole('region', { name: /Hired/ })
  await hired.getByText('George Whitfield').waitFor({ timeout: 45_000 })
  expect(ben.faults).toEqual([])
  await ann.context.close()
  await ben.context.close()
})
