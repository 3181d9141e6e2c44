import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { ownStack } from '../support/own-stack.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('the log narrows by outcome in its address, and sorts by duration', async () => {
  const { page, context } = await openSignedIn(browser, '/calls')
  const table = page.getByRole('table', { name: 'Calls' })
  await table.getByRole('link', { name: 'Daniel Okafor' }).first().waitFor()
  await page.getByRole('button', { name: 'Outcome' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Voicemail' }).click()
  await page.keyboard.press('Escape')
  await page.waitForURL(/outcome=voicemail/)
  await table.getByRole('link', { name: 'Yusuf Demir' }).waitFor({ state: 'detached' })
  await page.goto(`${(await ownStack()).app}/calls?sort=-duration`)
  await table.getByRole('link').first().waitFor()
  expect(await table.getByRole('link').first().textContent()).toBe('Patrick Doyle')
  await context.close()
})

test('a recording plays, follows its transcript, and says who played it', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/calls?outcome=conversation')
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByText('User sentiment').waitFor()
  await panel.getByRole('button', { name: 'Play from 1:02' }).click()
  const heard = panel.locator('[data-heard]')
  await heard.filter({ hasText: 'The site manager at Deptford' }).waitFor()
  const length = await panel
    .locator('audio')
    .evaluate((audio: HTMLAudioElement) => Math.round(audio.duration))
  expect(length).toBe(94)
  await panel.getByRole('button', { name: 'Play from 0:03' }).click()
  await heard.filter({ hasText: 'I am an AI assistant' }).waitFor()
  await panel.getByText('Played 1 time').click()
  await panel
    .getByRole('listitem')
    .filter({ hasText: 'Admin' })
    .or(panel.locator('details li'))
    .first()
    .waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a call leads to its place in the conversation', async () => {
  const { page, context } = await openSignedIn(browser, '/calls?outcome=voicemail')
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByText('This does not count as a conversation', { exact: false }).waitFor()
  await panel.getByRole('link', { name: 'Whole conversation' }).click()
  await page.waitForURL(/\/inbox\//)
  await panel.locator('details[open]', { hasText: 'Voicemail' }).waitFor()
  expect(await panel.locator('details[open]').count()).toBe(1)
  await context.close()
})
