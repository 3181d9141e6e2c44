/** An admin's main tasks in the settings, against the real stack. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAs, openSignedIn, startBrowser } from '../support/browser.ts'
import { ownStack } from '../support/own-stack.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('somebody is given access, signs in with the password shown, chooses their own, and is switched off', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/settings/people')
  const email = `bea-${crypto.randomUUID()}@agency.example`
  await page.getByRole('button', { name: 'Give access' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Name').fill('Bea Example')
  await dialog.getByRole('button', { name: 'Give access' }).click()
  const password = await page.getByLabel('First password').innerText()
  const theirs = await openAs(browser, '/settings/audit', { email, password })
  const own = `own-${crypto.randomUUID()}`
  await theirs.page.getByLabel('The password you were given').fill(password)
  await theirs.page.getByLabel('New password', { exact: true }).fill(own)
  await theirs.page.getByLabel('New password, once more').fill(own)
  await theirs.page.getByRole('button', { name: 'Change password' }).click()
  await theirs.page.getByText('This is for admins').waitFor()

  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const row = page.getByRole('row', { name: new RegExp(email) })
  await row.hover()
  await row.getByRole('button', { name: 'Actions for Bea Example' }).click()
  await page.getByRole('menuitem', { name: 'Switch off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
  await row.getByText('Switched off').waitFor()
  await theirs.page.reload()
  await theirs.page.getByText('Your access is switched off').waitFor()
  await theirs.context.close()

  await page.goto(`${(await ownStack()).app}/settings/audit`)
  await page.getByText('Switched access off').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a number is put on the list in one form, found in another, and lifted with a reason', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/settings/opt-outs')
  await page.getByRole('button', { name: 'Add a number' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Phone number').fill('07700 900987')
  await dialog.getByLabel('Our decision').check()
  await dialog.getByRole('button', { name: 'Add a number' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByLabel('Search a number').fill('+44 (0)7700 900 987')
  const row = page.getByRole('row', { name: /900987|900 987/ })
  await row.hover()
  await row.getByRole('button', { name: 'Lift' }).click()
  await page.getByRole('dialog').getByLabel('Why').fill('Put on by mistake')
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click()
  await page.getByText('Nothing matches these filters').waitFor()
  expect(faults).toEqual([])
  await context.close()
})
