/** The main job with the keyboard alone: from the sign-in to the Sync button, no pointer anywhere. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { choose, pressOn, tabTo, tick, typeInto } from '../support/by-keyboard.ts'
import { ownStack } from '../support/own-stack.ts'

const PEOPLE = `Name,Mobile,Trade
Ines Okonkwo,07700 900941,Plumber
Bram Hollis,07700 900950,Plumber
`
/** Presses of Sync that conversations of the fast demo agent may need. */
const PRESSES = 30

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first()
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).first()

async function signIn(page: Page): Promise<void> {
  const { app, demo } = await ownStack()
  await page.goto(app)
  await typeInto(page, page.getByLabel('Email'), demo.email)
  await typeInto(page, page.getByLabel('Password', { exact: true }), demo.password)
  await page.keyboard.press('Enter')
}

async function importPeople(page: Page): Promise<void> {
  await pressOn(page, section(page, 'Datasets'))
  await pressOn(page, link(page, 'Import CSV'))
  // Asked for before the walk to the button: Playwright needs a moment until it catches choosers.
  const chosen = page.waitForEvent('filechooser')
  await pressOn(page, button(page, 'Choose a file'))
  const chooser = await chosen
  const buffer = Buffer.from(PEOPLE)
  await chooser.setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer })
  await typeInto(page, page.getByLabel('Name of the new pool'), 'People by keys')
  await pressOn(page, button(page, 'Import 2 rows'))
  await page.getByText('Together 2 rows: every row of the file.').waitFor()
}

async function buildCampaign(page: Page): Promise<void> {
  await pressOn(page, section(page, 'Campaigns'))
  await pressOn(page, link(page, 'New campaign'))
  await choose(page, page.getByRole('combobox', { name: 'Job' }), /^Plumber/)
  await typeInto(page, page.getByLabel('Name of the campaign'), 'Plumber - By keys')
  await page.keyboard.press('Enter')
  await tick(page, page.getByRole('checkbox', { name: /People by keys/ }))
  await pressOn(page, link(page, /Targets and questions/))
  await pressOn(page, button(page, 'Add the usual targets'))
  await pressOn(page, link(page, /Channels and ground/))
  await typeInto(page, page.getByLabel('Purpose'), 'Fill plumbing jobs')
  await choose(page, page.getByRole('combobox', { name: 'Consent basis' }), /^Consent$/)
  await pressOn(page, button(page, 'Use the usual sentence'))
  await pressOn(page, link(page, /First messages/))
  await pressOn(page, button(page, 'Ask the agents'))
  await page.getByText('Says that an AI is writing').waitFor()
  await pressOn(page, link(page, /Review and launch/))
  await pressOn(page, button(page, 'Launch to 2 people'))
  await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/)
}

async function watchStatuses(page: Page): Promise<void> {
  const seen = page.getByRole('row', { name: /Ines Okonkwo/ }).getByText('Interview')
  await tabTo(page, button(page, 'Sync now'))
  for (let press = 0; press < PRESSES && !(await seen.isVisible()); press += 1) {
    await page.keyboard.press('Enter')
    await page.waitForTimeout(1_000)
  }
  await seen.waitFor()
}

async function workTheBoard(page: Page): Promise<void> {
  await pressOn(page, section(page, 'Jobs'))
  await pressOn(page, link(page, /^Plumber$/))
  const card = page.getByRole('link', { name: 'Ines Okonkwo', exact: true })
  await tabTo(page, card)
  await page.keyboard.press('Space')
  await page.getByText('Picked up Ines Okonkwo.').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page
    .getByText(/^Moved Ines Okonkwo to/)
    .first()
    .waitFor()
  await tabTo(page, card)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Ines Okonkwo' })
  await panel.locator('[id^="message-"]').nth(1).waitFor()
  await pressOn(page, panel.getByRole('link', { name: 'History' }))
  await panel.getByText('“Interview scheduled” is Yes').first().waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
}

test(
  'the main job is done by keys alone, and the focus is seen at every step',
  { timeout: 300_000 },
  async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await signIn(page)
    await importPeople(page)
    await buildCampaign(page)
    await watchStatuses(page)
    await workTheBoard(page)
    await pressOn(page, section(page, 'Sync'))
    await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Sync now' }))
    const said = page.getByText(
      /Nothing new from the agents|Synced a moment ago|conversations? read|A sync is running/,
    )
    await said.first().waitFor()
    expect(await said.count()).toBeGreaterThan(0)
    await context.close()
  },
)
