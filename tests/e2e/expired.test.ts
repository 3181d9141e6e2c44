/** A sign-in that runs out in the middle of work: the same person signs in again and goes on. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { ownStack } from '../support/own-stack.ts'

const CAMPAIGN = '/campaigns/de300000-0006-4000-8000-000000000001'
const REFRESH = '**/auth/v1/token?grant_type=refresh_token'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

/** From here on the access token is over, and auth does not give another for the refresh token. */
async function expire(page: Page): Promise<void> {
  await page.route(REFRESH, (route) =>
    route.fulfill({ status: 400, json: { error_code: 'refresh_token_not_found' } }),
  )
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('rollcall-sign-in') ?? '{}') as object
    localStorage.setItem('rollcall-sign-in', JSON.stringify({ ...kept, expiresAt: 0 }))
  })
}

async function signInAgain(page: Page): Promise<void> {
  const { demo } = await ownStack()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByText('What you entered on this page is still there.').waitFor()
  const email = dialog.getByLabel('Email')
  expect(await email.inputValue()).toBe(demo.email)
  expect(await email.isEditable()).toBe(false)
  await dialog.getByLabel('Password', { exact: true }).fill(demo.password)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

async function closeWithout(faults: readonly string[], context: BrowserContext): Promise<void> {
  expect(faults).toEqual([])
  await context.close()
}

/** The nth of Ofcom's fictional numbers: mobiles, London, Manchester. */
function fictionalPhone(n: number): string {
  const blocks = ['+447700900', '+442079460', '+441614960']
  return `${blocks[Math.floor(n / 1000)]}${String(n % 1000).padStart(3, '0')}`
}

test('in the middle of an import: it goes on after the sign-in, and every row is accounted for', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/datasets/import')
  const rows = Array.from({ length: 2_500 }, (_, n) => `Person ${n},${fictionalPhone(n)}`)
  let calls = 0
  await page.route('**/rpc/import_rows', async (route) => {
    calls += 1
    if (calls === 1) await expire(page)
    await route.continue()
  })
  await page.getByRole('heading', { name: 'Drop a CSV file here' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Name,Phone', ...rows].join('\n')),
  })
  await page.getByRole('button', { name: 'Import 2,500 rows' }).click()
  await signInAgain(page)
  await page.getByText('Together 2,500 rows: every row of the file.').waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the pool' }).click()
  expect(await page.getByText('2,500 people').textContent()).toContain('2,500')
  await closeWithout(faults, context)
})

test('a half-written note is still there, and is saved once', async () => {
  const { page, context, faults } = await openSignedIn(browser, CAMPAIGN)
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  await page.getByRole('link', { name: 'Notes' }).click()
  const text = `Half of what he said ${crypto.randomUUID()}`
  await page.getByLabel('Add note').fill(text)
  await expire(page)
  await page.getByRole('button', { name: 'Add note' }).click()
  await signInAgain(page)
  expect(await page.getByLabel('Add note').inputValue()).toBe(text)
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.locator('li', { hasText: text }).waitFor()
  await page.reload()
  await page.locator('li', { hasText: text }).waitFor()
  expect(await page.locator('li', { hasText: text }).count()).toBe(1)
  await closeWithout(faults, context)
})

test('a step of the wizard keeps what was entered and saves it by itself after the sign-in', async () => {
  const { page, context, faults } = await openSignedIn(browser, CAMPAIGN)
  await page.getByRole('button', { name: 'Duplicate' }).click()
  const copy = page.getByRole('dialog', { name: 'Duplicate this campaign?' })
  await copy.getByRole('button', { name: 'Make the copy' }).click()
  await page.waitForURL(/\/edit/)
  await page.goto(`${page.url().replace(/\?.*/, '')}?step=questions`)
  const first = page
    .getByRole('textbox', { name: 'What exactly the agents should find out' })
    .first()
  await first.waitFor()
  await expire(page)
  await first.fill('Would they start on a Monday?')
  await signInAgain(page)
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await first.waitFor()
  expect(await first.inputValue()).toBe('Would they start on a Monday?')
  await closeWithout(faults, context)
})
