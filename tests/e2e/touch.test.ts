/** A board by finger, on a phone: swiping scrolls, resting picks a card up. */
import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignedIn, PHONE, startBrowser } from '../support/browser.ts'

const JOB = 'de300000-0001-4000-8000-000000000001'
/** Longer than a finger must rest to pick a card up. */
const REST_MS = 400
const FRAME_MS = 16
const STEPS = 12

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
})

type Point = { readonly x: number; readonly y: number }

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('not in the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** One finger on the screen, as the browser itself hears of it. */
async function finger(page: Page) {
  const device: CDPSession = await page.context().newCDPSession(page)
  let at: Point = { x: 0, y: 0 }
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    down: async (point: Point) => {
      at = point
      await touch('touchStart', [point])
    },
    to: async (point: Point) => {
      const from = at
      for (let step = 1; step <= STEPS; step += 1) {
        const part = step / STEPS
        at = { x: from.x + (point.x - from.x) * part, y: from.y + (point.y - from.y) * part }
        await touch('touchMove', [at])
        await page.waitForTimeout(FRAME_MS)
      }
    },
    up: () => touch('touchEnd', []),
  }
}

/** A short screen, on which the first card is in sight and the column's end is not. */
const SHORT_PHONE = { ...PHONE, viewport: { width: 390, height: 640 } }

const openBoard = (device = PHONE) =>
  openSignedIn(browser, `/jobs/${JOB}?column=interested`, { device })

const cardIn = (page: Page) => page.locator('[data-card]').first()

test('a finger that moves at once scrolls and moves no card', async () => {
  const { page, context, faults } = await openBoard(SHORT_PHONE)
  const hand = await finger(page)
  const start = await middleOf(cardIn(page))
  await hand.down(start)
  await hand.to({ x: start.x, y: start.y - 150 })
  await hand.up()
  await expect.poll(async () => (await middleOf(cardIn(page))).y).toBeLessThan(start.y - 20)
  expect(await page.locator('[data-dragged]').count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe(`/jobs/${JOB}`)
  expect(faults).toEqual([])
  await context.close()
})

test('a finger that rests picks a card up and takes it to a column that is not in sight', async () => {
  const { page, context, faults } = await openBoard()
  const name = (await cardIn(page).getAttribute('aria-label')) ?? ''
  const hand = await finger(page)
  const start = await middleOf(page.getByRole('link', { name, exact: true }))
  await hand.down(start)
  await page.waitForTimeout(REST_MS)
  const tile = page.getByText(/^Interview\d+$/)
  await hand.to({ x: start.x, y: start.y + 10 })
  await hand.to(await middleOf(tile))
  await page.locator('li[data-over]').getByText('Interview', { exact: true }).waitFor()
  await hand.up()
  await page.getByText(`Moved ${name} to Interview`).waitFor()
  await tile.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^Interview/ }).tap()
  await page.getByRole('link', { name, exact: true }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).tap()
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})
