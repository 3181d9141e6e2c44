import type { Page } from 'playwright-core'

/** Presses of the Sync button that a conversation of the fast demo agent may need. */
const PRESSES = 30

/** Presses Sync as a recruiter would until something holds; throws when it never does. */
export async function syncUntil(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let press = 0; press < PRESSES; press += 1) {
    if (await holds()) return
    await page.getByRole('button', { name: 'Sync now' }).first().click()
    await page.waitForTimeout(1_000)
  }
  if (!(await holds())) throw new Error(`Not there after ${PRESSES} presses of Sync.`)
}
