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
  await page.getByRole('button', { name: 'Actions for column Shortlist' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete column' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete column Shortlist?' })
  await dialog.getByRole('combobox', { name: 'Cards go to' }).click()
  await page.getByRole('option', { name: 'Interview', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete column' }).press('Enter')
  await column(page, 'Interview').getByText('Ahmed Hassan').waitFor()
  expect(await column(page, 'Shortlist').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await column(page, 'Shortlist').getByText('Ahmed Hassan').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('two people on one board see each other’s columns and cards, and who was slower is told', async () => {
  const ann = await openSignedIn(browser, `/jobs/${JOB}`)
  const ben = await openSignedIn(browser, `/jobs/${JOB}`)
  await card(ben.page, 'Sofia Marques').waitFor()
  // Ben's news are held up, so that he decides on what he saw.
  const held: Route[] = []
  const hold = (route: Route): void => void held.push(route)
  await ben.page.route('**/rpc/poll_changes', hold)
  await ben.page.route('**/candidates_with_columns*', hold)

  await card(ann.page, 'Sofia Marques').press('x')
  await ann.page.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await ann.page.getByRole('menuitem', { name: 'Shortlist' }).press('Enter')
  await column(ann.page, 'Shortlist').getByText('Sofia Marques').waitFor()
  await ann.page.getByText('Moved Sofia Marques to Shortlist').waitFor()
  await ann.page.getByRole('button', { name: 'Move column Shortlist' }).press('ArrowLeft')

  await card(ben.page, 'Sofia Marques').press('x')
  await ben.page.getByRole('button', { name: 'Reject', exact: true }).press('Enter')
  await ben.page.unroute('**/candidates_with_columns*')
  await ben.page.unroute('**/rpc/poll_changes')
  for (const route of held) await route.continue()
  await ben.page
    .getByRole('dialog')
    .getByRole('button', { name: 'Reject', exact: true })
    .press('Enter')
  const dialog = ben.page.getByRole('dialog', { name: '1 person changed meanwhile' })
  await dialog.getByRole('row', { name: /Sofia Marques Shortlist Rejected/ }).waitFor()
  await dialog.getByRole('button', { name: 'Leave them' }).press('Enter')
  await column(ben.page, 'Shortlist').getByText('Sofia Marques').waitFor(SEEN_ELSEWHERE)
  const names = ben.page.locator('[data-column]')
  await expect
    .poll(() => names.evaluateAll((all) => all.map((one) => one.dataset['column'])), SEEN_ELSEWHERE)
    .toEqual(expect.arrayContaining(['contacted', 'shortlist', 'interested']))
  expect([...ann.faults, ...ben.faults]).toEqual([])
  await ann.context.close()
  await ben.context.close()
})
