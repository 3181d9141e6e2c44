import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { ownStack } from '../support/own-stack.ts'

const CAMPAIGN = '/campaigns/de300000-0006-4000-8000-000000000001'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

test('a wrong password says so and keeps the e-mail', async () => {
  const page = await browser.newPage()
  await page.goto((await ownStack()).app)
  await page.getByLabel('Email').fill('demo@rollcall.example')
  await page.getByLabel('Password', { exact: true }).fill('not it')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Email').inputValue()).toBe('demo@rollcall.example')
  await page.close()
})

test('a deep link survives the sign-in and opens the conversation with its call', async () => {
  const { page, context, faults } = await openSignedIn(browser, CAMPAIGN)
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByText('Hi, yes I am. What is the pay?').waitFor()
  await panel.getByText('Voicemail, not a conversation').waitFor()
  const call = panel.locator('details', { hasText: 'The candidate ended the call.' })
  await call.locator('summary').click()
  await call.getByRole('list', { name: 'Transcript' }).waitFor()
  expect(await call.locator('li').count()).toBeGreaterThan(2)
  expect(faults).toEqual([])
  await context.close()
})

test('objectives show what they rest on, and the history why the status changed', async () => {
  const { page, context } = await openSignedIn(browser, CAMPAIGN)
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByRole('link', { name: 'Objectives' }).click()
  await panel.getByText('Blue CSCS card, valid until 2028', { exact: true }).waitFor()
  await panel.getByRole('link', { name: 'History' }).click()
  const why = panel.getByText('Automation set it because “Interview scheduled” is Yes')
  await why.waitFor()
  expect(await why.count()).toBe(1)
  await context.close()
})

test('a note is signed with its author’s name and is still there after a reload', async () => {
  const { page, context } = await openSignedIn(browser, CAMPAIGN)
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByRole('link', { name: 'Notes' }).click()
  await panel.getByLabel('Add note').fill('Rang to confirm Monday.')
  await panel.getByRole('button', { name: 'Add note' }).click()
  await panel.locator('li', { hasText: 'Rang to confirm Monday.' }).waitFor()
  await page.reload()
  const note = page.locator('li', { hasText: 'Rang to confirm Monday.' })
  await note.waitFor()
  expect(await note.innerText()).toContain('Note ·')
  await context.close()
})

test('the Sync button looks at the agents’ records and says what it found', async () => {
  const { page, context } = await openSignedIn(browser, '/sync')
  await page.getByRole('main').getByRole('button', { name: 'Sync now' }).click()
  const said = page.getByText(
    /Nothing new from the agents|Synced a moment ago|conversations? read|A sync is running/,
  )
  await said.first().waitFor()
  expect(await said.count()).toBeGreaterThan(0)
  await context.close()
})

test('a viewer reads everything and finds nothing to change', async () => {
  const { password } = (await ownStack()).demo
  const { page, context } = await openSignedIn(browser, CAMPAIGN, {
    signIn: { email: 'viewer@rollcall.example', password },
  })
  await page.getByRole('link', { name: 'Daniel Okafor' }).click()
  const panel = page.getByRole('dialog', { name: 'Daniel Okafor' })
  await panel.getByText('Hi, yes I am. What is the pay?').waitFor()
  await panel.getByRole('link', { name: 'Notes' }).click()
  await panel.getByText('No notes yet').or(panel.locator('li')).first().waitFor()
  expect(await panel.getByRole('button', { name: 'Add note' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)
  await context.close()
})
