/** What is seen while nothing has come yet: lines that stand for it, never an empty page or an empty list. */
import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** Holds requests until it is opened; what comes later passes at once. */
function gate() {
  const { promise, resolve: open } = Promise.withResolvers<undefined>()
  const hold = async (route: Route): Promise<void> => {
    await promise
    await route.continue()
  }
  return { hold, open: () => open(undefined) }
}

test('before the code and before the answers, a page that loads says so and claims nothing', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/')
  const loading = page.getByRole('status', { name: /^Loading/ }).first()
  const code = gate()
  const answers = gate()
  await page.route('**/assets/*.js', code.hold)
  await page.route('**/jobs_with_counts*', answers.hold)
  await page.goto(new URL('/jobs', page.url()).href, { waitUntil: 'commit' })
  await loading.waitFor()
  expect(await page.getByRole('heading').count()).toBe(0)

  code.open()
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  await loading.waitFor()
  expect(await page.getByText(/^No jobs/).count()).toBe(0)

  answers.open()
  await page.getByRole('link', { name: 'Plumber', exact: true }).waitFor()
  await loading.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})
