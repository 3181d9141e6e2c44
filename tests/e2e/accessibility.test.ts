/** axe over every page, panel and main dialog, in light and dark: nothing serious or critical. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeToRest, settle } from '../../scripts/screenshots/settle.ts'
import { type Visit, VISITS } from '../../scripts/screenshots/visits.ts'
import { PATTERNS } from '../../src/lib/paths.ts'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { ownStack } from '../support/own-stack.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SCHEMES = ['light', 'dark'] as const

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  ;({ page } = await openSignedIn(browser, '/dashboard'))
})

afterAll(async () => {
  await browser.close()
})

/** What axe holds against the page as it stands: the rule, and where. */
async function findFaults(on: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy allows no script but its own.
  await on.evaluate(AXE)
  const violations = await on.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    })
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      nodes: nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    }))
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node}`))
}

async function visit(on: Page, { path, open }: Visit): Promise<Record<string, string[]>> {
  await on.goto((await ownStack()).app + path)
  await settle(on)
  if (open !== undefined) {
    await open(on)
    await settle(on)
  }
  const found: Record<string, string[]> = {}
  for (const colorScheme of SCHEMES) {
    await on.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await comeToRest(on)
    found[colorScheme] = await findFaults(on)
  }
  return found
}

const visits = Object.values(VISITS).flat()

test('every address of the app is visited', () => {
  expect(Object.keys(VISITS).toSorted()).toEqual(Object.keys(PATTERNS).toSorted())
  expect(Object.values(VISITS).filter((each) => each.length === 0)).toEqual([])
})

test.each(visits.map((each) => [each.name, each] as const))(
  'axe finds nothing serious on: %s',
  async (_name, each) => {
    const on = each.signedOut === true ? await browser.newPage() : page
    expect(await visit(on, each)).toEqual({ light: [], dark: [] })
    if (on !== page) await on.close()
  },
)
