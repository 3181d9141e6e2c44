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

test('before the code and before the answers, a page that loads says so and claims nothing', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/')
  const loading = page.getByRole('status', { name: /^Loading/ }).first()
  const held: Route[] = []
  const hold = (route: Route): void => void held.push(route)
  await page.route('**/assets/*.js', hold)
  await page.goto(new URL('/jobs', page.url()).href, { waitUntil: 'commit' })
  await loading.waitFor()
  expect(await page.getByRole('heading').count()).toBe(0)

  await page.route('**/jobs_with_counts*', hold)
  await page.unroute('**/assets/*.js', hold)
  for (const route of held.splice(0)) await route.continue()
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  await loading.waitFor()
  expect(await page.getByText(/^No jobs/).count()).toBe(0)

  await page.unroute('**/jobs_with_counts*', hold)
  for (const route of held) await route.continue()
  await page.getByRole('link', { name: 'Plumber', exact: true }).waitFor()
  await loading.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})
