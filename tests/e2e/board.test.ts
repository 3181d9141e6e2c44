/** A job's board by keys: own columns, many people at once, everything undone, and two people on it. */
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, startBrowser } from '../support/browser.ts'

const JOB = 'de300000-0001-4000-8000-000000000001'
/** The change feed is asked every few seconds. */
const SEEN_ELSEWHERE = { timeout: 45_000 }

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
})

const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}, `) })
const card = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function addColumn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions for column Interested' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Add a column to the right' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.keyboard.press('Enter')
  await column(page, name).waitFor()
}

/** Ticks a card and moves it by the menu. */
async function moveTo(page: Page, name: string, to: string): Promise<void> {
  await card(page, name).press('x')
  await page.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: to }).press('Enter')
  await column(page, to).getByText(name).waitFor()
  await page.getByText(`Moved ${name} to ${to}`).waitFor()
}

test('a column is added, and cards go into it by keys', async () => {
  const { page, context, faults } = await openSignedIn(browser, `/jobs/${JOB}`)
  await addColumn(page, 'Shortlist')
  await card(page, 'Ahmed Hassan').focus()
  await page.keyboard.press('Space')
  await page.getByText('Picked up Ahmed Hassan.').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText(/Ahmed Hassan is over Shortlist, place 1 of 1/).waitFor()
  await page.keyboard.press('Space')
  await column(page, 'Shortlist').getByText('Ahmed Hassan').waitFor()
  await page.getByText('Moved Ahmed Hassan to Shortlist').waitFor()
  await page.reload()
  await column(page, 'Shortlist').getByText('Ahmed Hassan').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('several people are rejected with a reason by keys, and all come back with one undo', async () => {
  const { page, context, faults } = await openSignedIn(browser, `/jobs/${JOB}`)
  await card(page, 'Liam Byrne').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 selected').waitFor()
  await page.keyboard.press('m')
  await page.getByRole('menuitemradio', { name: 'Rejected' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Reject 2 people' })
  await dialog.getByRole('button', { name: 'Too far away' }).press('Enter')
  await dialog.getByRole('button', { name: 'Reject', exact: true }).press('Enter')
  const rejected = column(page, 'Rejected')
  await rejected.getByText('Liam Byrne').waitFor()
  await rejected.getByText('Reason: Too far away').first().waitFor()
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.waitFor()
  await card(page, 'Liam Byrne').press('m')
  await page.getByRole('menuitem', { name: 'Why this status' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'Liam Byrne' })
  await panel.getByText(/with the reason “Too far away”/).waitFor()
  await undo.press('Enter')
  await column(page, 'Interview').getByText('Liam Byrne').waitFor()
  expect(await rejected.getByText('Liam Byrne').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a column is deleted, its cards go where they are sent, and undo brings both back', async () => {
  const { page, context, faults } = await openSignedIn(browser, `/jobs/${JOB}`)
  await addColumn(page, 'Reserve')
  await moveTo(page, 'Priya Nair', 'Reserve')
  await page.getByRole('button', { name: 'Actions for column Reserve' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete column' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete column Reserve?' })
  await dialog.getByRole('combobox', { name: 'Cards go to' }).click()
  await page.getByRole('option', { name: 'Interview', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete column' }).press('Enter')
  await column(page, 'Interview').getByText('Priya Nair').waitFor()
  expect(await column(page, 'Reserve').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await column(page, 'Reserve').getByText('Priya Nair').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('two people on one board see each other’s columns and cards, and who was slower is told', async () => {
  const ann = await openSignedIn(browser, `/jobs/${JOB}`)
  await addColumn(ann.page, 'Second look')
  const ben = await openSignedIn(browser, `/jobs/${JOB}`)
  await card(ben.page, 'Sofia Marques').waitFor()
  // Ben's news are held up, so that he decides on what he saw.
  const held: Route[] = []
  let holds = true
  const hold = async (route: Route): Promise<void> => {
    if (holds) held.push(route)
    else await route.continue()
  }
  await ben.page.route('**/rpc/poll_changes', hold)
  await ben.page.route('**/candidates_with_columns*', hold)

  await moveTo(ann.page, 'Sofia Marques', 'Second look')
  await ann.page.getByRole('button', { name: 'Move column Second look' }).press('ArrowLeft')

  await card(ben.page, 'Sofia Marques').press('x')
  await ben.page.getByRole('button', { name: 'Reject', exact: true }).press('Enter')
  holds = false
  for (const route of held) await route.continue()
  await ben.page
    .getByRole('dialog')
    .getByRole('button', { name: 'Reject', exact: true })
    .press('Enter')
  const dialog = ben.page.getByRole('dialog', { name: '1 person changed meanwhile' })
  await dialog.getByRole('row', { name: /Sofia Marques Second look Rejected/ }).waitFor()
  await dialog.getByRole('button', { name: 'Leave them' }).press('Enter')
  await column(ben.page, 'Second look').getByText('Sofia Marques').waitFor(SEEN_ELSEWHERE)
  const shown = ben.page.locator('[data-column]')
  const around = async () => {
    const keys = await shown.evaluateAll((all) => all.map((one) => one.dataset['column'] ?? ''))
    return keys.slice(keys.indexOf('second-look')).slice(0, 2)
  }
  await expect.poll(around, SEEN_ELSEWHERE).toEqual(['second-look', 'interested'])
  expect([...ann.faults, ...ben.faults]).toEqual([])
  await ben.page.unrouteAll({ behavior: 'ignoreErrors' })
  await ann.context.close()
  await ben.context.close()
})
