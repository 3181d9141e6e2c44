/** A person without a mouse: goes where Tab goes, and must see where they are. */
import type { Locator, Page } from 'playwright-core'

/** More presses than any page needs. */
const MAX_PRESSES = 250

type Focus = { readonly here: boolean; readonly ringed: boolean }

/** Whether the element has the focus, and whether it, its cover or the box it fills shows a ring. */
function focusOf(element: Element): Focus {
  const { parentElement, nextElementSibling } = element
  const styles = [element, parentElement, nextElementSibling]
    .filter((each) => each !== null)
    .map((each) => getComputedStyle(each))
  const ringed = [getComputedStyle(element, '::after'), ...styles].some(
    ({ outlineStyle, outlineWidth }) =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  )
  return { here: element === document.activeElement, ringed }
}

/**
 * Presses Tab until the element has the focus.
 *
 * @throws Error where Tab never comes there, or where its focus can't be seen
 */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < MAX_PRESSES; press += 1) {
    const { here, ringed } = await target.evaluate(focusOf)
    if (here && ringed) return
    if (here) throw new Error(`The focus on ${String(target)} can't be seen.`)
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to ${String(target)}.`)
}

/** Goes to a link or button and presses Enter. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to a field and types; what stood there is replaced. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Goes to a checkbox and ticks it. */
export async function tick(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Space')
}

/** Goes to a list that opens and takes the entry to which the arrow comes by typing or pressing. */
export async function choose(page: Page, list: Locator, option: RegExp): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.press('ArrowDown')
  const wanted = page.getByRole('option', { name: option }).first()
  await wanted.waitFor()
  for (let press = 0; press < MAX_PRESSES; press += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
