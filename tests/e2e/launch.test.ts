import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { syncUntil } from '../support/sync-until.ts'

const DRAFT = '/campaigns/de300000-0006-4000-8000-000000000002/edit?step=review'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('the demo campaign is launched after its review, and statuses come in as conversations do', async () => {
  const { page, context, faults } = await openSignedIn(browser, DRAFT)
  await page.getByText('Everything needed is there.').waitFor()
  await page.getByText('Opted out').waitFor()
  await page.getByText('"campaign": "electrician-manchester_').waitFor()
  await page.getByRole('button', { name: 'Launch to 9 people' }).click()

  await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/)
  await page.getByText('Planned = sent + waiting + held back + excluded + failed.').waitFor()
  const confirmed = page.getByRole('row', { name: /\+44 7700 900210/ })
  await syncUntil(page, () => confirmed.getByText(/Interested|Interview|Contacted/).isVisible())

  await page
    .getByRole('row', { name: /\+44 7700 900211/ })
    .getByRole('link')
    .first()
    .click()
  const panel = page.getByRole('dialog')
  await panel.locator('[id^="message-"]').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
