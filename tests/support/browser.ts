/** A Chromium for end-to-end tests, and how a recruiter gets into the app with it. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { inject } from 'vitest'
import { CHROMIUM_FLAGS } from './find-chromium.ts'
import { ownStack } from './own-stack.ts'

/** Starts a browser with an empty profile. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: CHROMIUM_FLAGS })
}

const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** A phone with a touch screen. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

export type SignIn = { readonly email: string; readonly password: string }

type Where = {
  /** The demo admin unless told otherwise. */
  readonly signIn?: SignIn
  /** The origin of another stack than the file's own. */
  readonly app?: string
  /** Lets the service worker keep the app, which takes the processor some seconds. */
  readonly keepsApp?: boolean
  /** A laptop unless told otherwise. */
  readonly device?: BrowserContextOptions
}

type Opened = {
  readonly page: Page
  readonly context: BrowserContext
  /** Faults of the page's script. */
  readonly faults: string[]
}

/** Opens the app at `path` in a context of its own and sends the sign-in, whatever comes then. */
export async function openAs(
  browser: Browser,
  path: string,
  signIn: SignIn,
  { app, keepsApp = false, device = LAPTOP }: Where = {},
): Promise<Opened> {
  const origin = app ?? (await ownStack()).app
  const context = await browser.newContext({
    ...device,
    serviceWorkers: keepsApp ? 'allow' : 'block',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${origin}${path}`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.keyboard.press('Enter')
  return { page, context, faults }
}

/**
 * Opens the app at `path` in a context of its own and signs in. Faults of the page's script make the
 * test fail through `faults`.
 */
export async function openSignedIn(
  browser: Browser,
  path: string,
  where: Where = {},
): Promise<Opened> {
  const signIn = where.signIn ?? (await ownStack()).demo
  const opened = await openAs(browser, path, signIn, where)
  await opened.page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  return opened
}
