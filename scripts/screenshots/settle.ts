import type { Page } from 'playwright-core'

/** The page asks for changes for ever, so quiet is waited for only so long. */
const QUIET_MS = 2_000

/** Waits until nothing loads and nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading').filter({ visible: true }).first().waitFor()
  await page.waitForLoadState('networkidle', { timeout: QUIET_MS }).catch(() => {})
  await page.waitForFunction(
    () =>
      document.querySelector('[role=status][aria-label^=Loading], [data-loading=true]') === null,
  )
  await page.evaluate(() => document.fonts.ready)
  await comeToRest(page)
}

/** Waits until nothing is on its way from one look to another; what turns for ever is left alone. */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(finite.map((each) => each.finished))
  })
}
