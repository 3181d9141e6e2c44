/** The first page, the ways from it, and the keys that work everywhere. */
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

test('one lands on the dashboard, and its numbers open their lists', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/')
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  expect(page.url()).toMatch(/\/dashboard$/)
  const waiting = page.getByRole('region', { name: 'Waiting for you' })
  await waiting.getByRole('heading', { name: 'Suggestions' }).waitFor()
  const place = waiting.getByRole('link', { name: /^Plumber/ })
  await place.first().click()
  await page.waitForURL(/\/jobs\/[^/]+\?/)
  await page.goBack()
  const funnel = page.getByRole('list', { name: /^Funnel of Plumber - London/ })
  const line = await funnel.getByRole('listitem').filter({ hasText: 'Interested' }).innerText()
  const count = Number(/(\d+) of/.exec(line)?.[1])
  await funnel.getByRole('link', { name: 'Interested' }).click()
  await page.waitForURL(/status=interested/)
  const rows = page.getByRole('table').getByRole('row')
  await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(count + 1)
  expect(faults).toEqual([])
  await context.close()
})

test('the palette finds pages and rows by keys alone', async () => {
  const { page, context } = await openSignedIn(browser, '/dashboard')
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await field.fill('electric')
  await page.getByRole('option', { name: /Electrician.*Jobs/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/jobs\/[^/?]+$/)
  await page.keyboard.press('Control+k')
  await field.fill('okafor')
  await page.getByRole('option', { name: /Daniel Okafor/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/people\/[^/?]+$/)
  expect(await page.getByRole('combobox', { name: 'Search or jump to' }).count()).toBe(0)
  await context.close()
})

test('shortcuts lead around, never out of a field, and the help sheet lists them', async () => {
  const { page, context } = await openSignedIn(browser, '/dashboard')
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await page.waitForURL(/\/jobs$/)
  const search = page.getByRole('searchbox').first()
  await search.click()
  await page.keyboard.type('g d ?')
  expect(await search.inputValue()).toBe('g d ?')
  expect(page.url()).toContain('/jobs')
  await search.blur()
  await page.keyboard.press('Shift+?')
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Escape')
  await context.close()
})
