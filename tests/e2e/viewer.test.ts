/** A viewer walks through the whole app: everything can be read, nothing that changes is offered. */
import type { Browser, Page } from 'playwright-core'
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

async function openAsViewer(path: string) {
  const { password } = (await ownStack()).demo
  const signIn = { email: 'viewer@rollcall.example', password }
  return openSignedIn(browser, path, { signIn })
}

/** What a viewer may press: looking, narrowing, going on, and their own reading marks. */
const HARMLESS =
  /^(|Close|Copy( .*)?|Back|Imports|Export CSV|Previous page|Next page|More.*|Show( .*)?|Sync now|Mark all as read|Mark as (un)?read|Mark unread|Search in this conversation|Play.*|Sort.*|Filter.*|Clear.*|Name|Planned|Sent|Interested|State|Kind|By|Date|Duration|Outcome|Last contact|Postcode|Location|Trade|Added|Title|Company|Job|Campaign|Channel|Status|Delivery|Reason|Answer|Known from|Segments|With|Tag|Assigned to|From|Until|Search .*)$/

/** Buttons and fields in the page and its panels that can be used, by their names. */
async function offered(page: Page): Promise<readonly string[]> {
  const names = await page
    .locator('main, [role=dialog]')
    .locator(
      'button:visible, input:visible, select:visible, textarea:visible, [role=switch]:visible',
    )
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.matches(':disabled, [aria-disabled=true], [readonly]'))
        .map(
          (element) =>
            element.getAttribute('aria-label') ??
            (element as HTMLInputElement).labels?.[0]?.innerText ??
            (element as HTMLElement).innerText,
        ),
    )
  return names.map((name) => name.replace(/\s+/g, ' ').trim())
}

/** The first link of the page that leads on as `pattern` says. */
async function linkTo(page: Page, pattern: RegExp): Promise<string> {
  const links = page.locator('main a[href]')
  const find = async () => {
    const all = await links.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? ''),
    )
    return all.find((href) => pattern.test(href))
  }
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  return (await find()) ?? ''
}

/** A list and a way into its first row. */
const LISTS: readonly (readonly [list: string, row: RegExp])[] = [
  ['/jobs', /^\/jobs\/[0-9a-f-]{36}/],
  ['/datasets', /^\/datasets\/[0-9a-f-]{36}/],
  ['/people', /^\/people\/[0-9a-f-]{36}/],
  ['/inbox', /^\/inbox\/[0-9a-f-]{36}/],
  ['/calls', /^\/calls\/[0-9a-f-]{36}/],
  [CAMPAIGN, /\/recipients\//],
]

const PAGES = [
  '/dashboard',
  '/campaigns',
  `${CAMPAIGN}?tab=results`,
  `${CAMPAIGN}?tab=setup`,
  `${CAMPAIGN}?tab=activity`,
  `${CAMPAIGN}/edit`,
  '/campaigns/new',
  '/datasets/import',
  '/people/duplicates',
  '/sync',
  '/waiting',
]

async function expectNothingToChange(page: Page, path: string): Promise<void> {
  await page.locator('main h1, main h2, [role=dialog] h2').first().waitFor()
  await page.waitForLoadState('networkidle')
  const changing = (await offered(page)).filter((name) => !HARMLESS.test(name))
  expect({ path, changing }).toEqual({ path, changing: [] })
}

test('no page offers a viewer anything that changes, and none fails', async () => {
  const { page, context, faults } = await openAsViewer('/dashboard')
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  const { app } = await ownStack()
  for (const path of PAGES) {
    await page.goto(`${app}${path}`)
    await expectNothingToChange(page, path)
  }
  for (const [list, row] of LISTS) {
    await page.goto(`${app}${list}`)
    const href = await linkTo(page, row)
    await expectNothingToChange(page, list)
    await page.goto(`${app}${href}`)
    await expectNothingToChange(page, href)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('where a page is all about changing, it says why a viewer can’t', async () => {
  const { page, context } = await openAsViewer('/campaigns/new')
  await page.getByText('Viewers can’t start campaigns.').waitFor()
  await page.goto(`${(await ownStack()).app}/datasets/import`)
  await page.getByText('You can look at pools but not import.').waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
  await context.close()
})
