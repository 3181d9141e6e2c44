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

test('the inbox by keys alone: find, open, search inside, take over, and it is mine', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/inbox')
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByRole('link').first().waitFor()

  await page.keyboard.press('/')
  await page.keyboard.type('Daniel Oka')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search=Daniel/)
  await list.getByRole('link', { name: 'Liam Byrne' }).waitFor({ state: 'detached' })
  // From the search into the list, and on by letters.
  await page.getByRole('searchbox').evaluate((field: HTMLElement) => {
    field.blur()
  })
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByText('Hi, yes I am. What is the pay?').waitFor()

  await page.keyboard.press('f')
  await page.keyboard.type('deptford')
  await panel.getByText(/\d+ of \d+/).waitFor()
  await page.keyboard.press('Escape')
  expect(await panel.isVisible()).toBe(true)

  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: /Take over from the agent/ })
  await dialog.waitFor()
  await dialog.getByRole('button', { name: 'Only take over' }).focus()
  await page.keyboard.press('Enter')
  await panel.getByText(/Taken over by me/).waitFor()

  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Daniel Okafor')
  await page.getByRole('link', { name: /^Mine/ }).focus()
  await page.keyboard.press('Enter')
  await list.getByText('Taken over').waitFor()

  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await list.getByText('Taken over').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})

test('a conversation is given to a colleague by keys alone, found under them, and taken back', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/inbox?search=Liam+Byrne')
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByRole('link', { name: 'Liam Byrne' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('A')
  const search = page.getByRole('combobox', { name: 'Who looks after this conversation' })
  await search.waitFor()
  await page.getByRole('option', { name: 'Robin Recruiter' }).waitFor()
  // Escape closes the list only; the same key opens it again.
  await page.keyboard.press('Escape')
  await search.waitFor({ state: 'detached' })
  const panel = page.getByRole('dialog', { name: 'Liam Byrne' })
  expect(await panel.isVisible()).toBe(true)
  await page.keyboard.press('A')
  await page.getByRole('option', { name: 'Robin Recruiter' }).waitFor()
  await page.keyboard.type('robin')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'With Robin Recruiter' }).waitFor()
  await list.getByText('With Robin Recruiter').waitFor()

  await page.goto(new URL('/inbox?assignee=colleague', page.url()).href)
  await list.getByText('With Robin Recruiter').waitFor()
  expect(await list.getByRole('link').count()).toBe(1)
  await list.getByRole('link').first().focus()
  await page.keyboard.press('a')
  await page.getByText('Assigned to you').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await list.getByText('With Robin Recruiter').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('A')
  await page.getByRole('option', { name: 'Nobody' }).click()
  await list.getByText('With Robin Recruiter').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})

test('a call is news in its place until it was seen, and can be news again', async () => {
  const { page, context, faults } = await openSignedIn(browser, '/inbox?search=Sean+Murphy')
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByRole('link', { name: /^Sean Murphy/ }).click()
  const panel = page.getByRole('dialog', { name: 'Sean Murphy' })
  await panel.getByRole('button', { name: 'Mark unread' }).click()
  const news = list.getByRole('link', { name: /^Sean Murphy ?, 1 new call$/ })
  await news.waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.goto(new URL('/inbox?view=unread&channel=call', page.url()).href)
  await news.click()
  await panel.getByText('New', { exact: true }).waitFor()
  await news.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})

test('what was read counts as read, and can be unread again', async () => {
  const { page, context } = await openSignedIn(browser, '/inbox?view=unread')
  const list = page.getByRole('list', { name: 'Conversations' })
  const first = list.getByRole('link').first()
  await first.waitFor()
  const address = await first.getAttribute('href')
  await first.click()
  await page.getByRole('dialog').getByText('New', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Mark unread' }).waitFor()
  // The line keeps its place, without its mark.
  const line = page.locator(`[data-conversation]`).first()
  expect(await line.getAttribute('href')).toBe(address)
  expect(await line.textContent()).not.toContain('unread')
  await page.keyboard.press('u')
  await page
    .getByRole('link', { name: /1 unread message/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  expect(new URL(page.url()).search).toBe('?view=unread')
  await context.close()
})

test('a conversation’s address opens it beside its inbox, filters and all', async () => {
  const { page, context } = await openSignedIn(browser, '/inbox?view=opted-out')
  const link = page.getByRole('list', { name: 'Conversations' }).getByRole('link').first()
  await link.click()
  await page.getByRole('dialog').getByText('Asked to stop').first().waitFor()
  await page.reload()
  await page.getByRole('dialog').getByText('Asked to stop').first().waitFor()
  expect(await page.getByRole('button', { name: 'Take over' }).isDisabled()).toBe(true)
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('?view=opted-out')
  await context.close()
})
