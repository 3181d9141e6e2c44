import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { PATTERNS } from '../../src/lib/paths.ts'
import type { StackAddresses } from '../stack/stack-file.ts'
import { toPalettePng } from './palette-png.ts'
import { settle } from './settle.ts'
import { type Visit, VISITS } from './visits.ts'

const LAPTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const READER: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
}

const LOOKS: Readonly<Record<'light' | 'dark' | 'phone', BrowserContextOptions>> = {
  light: { viewport: LAPTOP, colorScheme: 'light' },
  dark: { viewport: LAPTOP, colorScheme: 'dark' },
  phone: { viewport: PHONE, colorScheme: 'light', isMobile: true, hasTouch: true },
}

async function signIn(page: Page, { app, demo }: StackAddresses): Promise<void> {
  await page.goto(app)
  await page.getByLabel('Email').fill(demo.email)
  await page.getByLabel('Password', { exact: true }).fill(demo.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname !== PATTERNS.signIn)
}

async function look(page: Page, app: string, visit: Visit): Promise<Buffer> {
  await page.goto(app + visit.path)
  await settle(page)
  await visit.open?.(page)
  await settle(page)
  return toPalettePng(await page.screenshot())
}

/**
 * Visits every page in every look, signed in as the demo admin.
 *
 * @param only names of visits; empty for all
 * @throws where a page could not be looked at, after the others were
 */
export async function takePictures(
  browser: Browser,
  stack: StackAddresses,
  only: readonly string[],
  keep: (name: string, png: Buffer) => void,
): Promise<void> {
  const visits = Object.values(VISITS)
    .flat()
    .filter(({ name }) => only.length === 0 || only.includes(name))
  const missed: unknown[] = []
  const takeAll = async (scheme: string, options: BrowserContextOptions): Promise<void> => {
    const context = await browser.newContext({ ...READER, ...options })
    const stranger = await browser.newContext({ ...READER, ...options })
    const page = await context.newPage()
    await signIn(page, stack)
    for (const visit of visits) {
      const on = visit.signedOut === true ? await stranger.newPage() : page
      await look(on, stack.app, visit).then(
        (png) => {
          keep(`${visit.name}-${scheme}`, png)
        },
        (cause: unknown) => missed.push(new Error(`${visit.name}-${scheme}`, { cause })),
      )
    }
    await Promise.all([context.close(), stranger.close()])
  }
  await Promise.all(Object.entries(LOOKS).map(([scheme, options]) => takeAll(scheme, options)))
  if (missed.length > 0) throw new AggregateError(missed, 'Some pages could not be looked at.')
}
