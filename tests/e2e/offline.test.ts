/** Work without a network: reading what was read, writing what may be kept, and sending it afterwards. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

const CAMPAIGN = '/campaigns/de300000-0006-4000-8000-000000000001'
const JOB = '/jobs/de300000-0001-4000-8000-000000000001'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

/** Until the service worker has the page and everything that the scripts it keeps may ask for. */
async function appIsKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('rollcall-app')
      const requests = await cache.keys()
      const names = new Set(requests.map(({ url }) => new URL(url).pathname))
      const scripts = requests.filter(({ url }) => url.endsWith('.js'))
      const texts = await Promise.all(
        scripts.map(async (request) => (await cache.match(request))?.text()),
      )
      const named = texts.flatMap((text) =>
        [...(text ?? '').matchAll(/"(assets\/[\w.-]+\.(?:js|css))"/g)].map(
          ([, name]) => `/${name}`,
        ),
      )
      return names.has('/') && named.length > 0 && named.every((name) => names.has(name))
    })
  await expect.poll(isKept, { timeout: 60_000, interval: 200 }).toBe(true)
}

test('the app opens without a network, shows what was read, keeps a note over a reload and sends it once', async () => {
  const { page, context, faults } = await openSignedIn(browser, CAMPAIGN, { keepsApp: true })
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  await page.getByRole('link', { name: 'Notes' }).click()
  await page.getByLabel('Add note').waitFor()
  await appIsKept(page)

  await context.setOffline(true)
  await page.getByText('You’re offline.').waitFor()
  const text = `Written underground ${crypto.randomUUID()}`
  await page.getByLabel('Add note').fill(text)
  await page.getByRole('button', { name: 'Add note' }).click()
  const entry = page.locator('li', { hasText: text })
  await entry.waitFor()
  expect(await entry.innerText()).toContain('Waiting to be sent')

  await page.reload()
  await page.getByText('1 change waits to be sent.').waitFor()
  await page
    .getByRole('heading', { name: /Plumber/ })
    .first()
    .waitFor()
  await page.locator('li', { hasText: text }).waitFor()

  await context.setOffline(false)
  await page.getByText('1 change sent').waitFor()
  await page
    .locator('li', { hasText: text })
    .getByText('Waiting to be sent')
    .waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('li', { hasText: text }).waitFor()
  expect(await page.locator('li', { hasText: text }).count()).toBe(1)
  expect(faults).toEqual([])
  await context.close()
})

test('a follow-up date set without a network waits on its card and is sent afterwards', async () => {
  const { page, context, faults } = await openSignedIn(browser, JOB, { keepsApp: true })
  const card = page.getByRole('article', { name: 'Sofia Marques' })
  await card.waitFor()
  await appIsKept(page)
  await context.setOffline(true)
  await page.getByText('You’re offline.').waitFor()
  // Neither the menu nor the dialog was opened before.
  await card.getByRole('link').press('m')
  await page.getByRole('menuitem', { name: 'Set follow-up date' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Follow up with Sofia Marques' })
  await dialog.getByRole('button', { name: 'In a week' }).press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  const waits = card.getByText('Waiting to be sent')
  await waits.waitFor()
  await page.getByRole('link', { name: 'See them' }).click()
  await page
    .locator('li', { hasText: 'Sofia Marques' })
    .getByText(/^Follow-up on/)
    .waitFor()
  await page.goBack()
  await waits.waitFor()

  await context.setOffline(false)
  await page.getByText('1 change sent').waitFor()
  await waits.waitFor({ state: 'detached' })
  await page.reload()
  await card.getByTitle(/^Follow up on/).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('what waits is listed and can be discarded; a sign-out asks, and leaves nothing on the device', async () => {
  const { page, context } = await openSignedIn(browser, CAMPAIGN, { keepsApp: true })
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  await page.getByRole('link', { name: 'Notes' }).click()
  await page.getByLabel('Add note').waitFor()
  await appIsKept(page)
  await context.setOffline(true)
  const note = page.getByLabel('Add note')
  for (const text of ['Not so', 'Perhaps']) {
    await note.fill(text)
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.locator('li', { hasText: text }).waitFor()
  }
  await page.getByRole('link', { name: 'See them' }).click()
  const first = page.locator('li', { hasText: 'Not so' })
  await first.getByRole('button', { name: 'Discard' }).click()
  await first.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 change is not sent yet.').waitFor()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Email').waitFor()
  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('rollcall')
      request.addEventListener('success', () => {
        resolve(request.result)
      })
    })
    const count = (box: string) =>
      new Promise<number>((resolve) => {
        const request = database.transaction(box).objectStore(box).count()
        request.addEventListener('success', () => {
          resolve(request.result)
        })
      })
    return [await count('copies'), await count('writes')]
  })
  expect(left).toEqual([0, 0])
  await context.close()
})

test('a network that leads nowhere shows as none, and nothing that can’t wait is offered', async () => {
  const { page, context, faults } = await openSignedIn(browser, CAMPAIGN, { keepsApp: true })
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  // The dialog's code is at hand; the network below is the browser's own, only nothing answers.
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.route(/\/(rest|bridge|auth)\//, (route) => route.abort('connectionfailed'))
  const banner = page.getByText('You’re offline.')
  await banner.first().waitFor({ timeout: 60_000 })
  expect(await page.evaluate(() => navigator.onLine)).toBe(true)
  await page.getByRole('button', { name: 'Stop' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/can’t wait on this device/).waitFor()
  expect(await dialog.getByRole('button', { name: /^Stop/ }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await banner.first().waitFor({ state: 'detached', timeout: 60_000 })
  expect(faults).toEqual([])
  await context.close()
})

test('what was never read says that there is no network, and comes with it', async () => {
  const { page, context } = await openSignedIn(browser, JOB, { keepsApp: true })
  await appIsKept(page)
  await context.setOffline(true)
  await page.getByText('You’re offline.').waitFor()

  await page.getByRole('link', { name: 'People' }).first().click()
  const alert = page.getByRole('alert')
  await alert.getByText('Rollcall can’t be reached').waitFor()

  await context.setOffline(false)
  await page.getByRole('link', { name: 'Daniel Okafor' }).waitFor()
  expect(await alert.count()).toBe(0)
  await context.close()
})
