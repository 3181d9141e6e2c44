/**
 * Every page of the app, its panels and main dialogs, as places to visit in the demo data: for the
 * pictures, and for the tests that look at each. A pattern without an entry here does not compile.
 */
import type { Page } from 'playwright-core'
import { type PATTERNS, paths } from '../../src/lib/paths.ts'
import { settingsText } from '../../src/ui/text/settings.ts'
import { demoId } from '../demo-data/demo-id.ts'

export type Visit = {
  /** Of the picture, without scheme: `campaign`. */
  readonly name: string
  readonly path: string
  /** What is pressed once the page is there. */
  readonly open?: (page: Page) => Promise<void>
  /** Nobody is signed in. */
  readonly signedOut?: true
}

const RUNNING = demoId('campaign', 1)
const DRAFT = demoId('campaign', 2)
const JOB = demoId('job', 1)
const DANIEL = demoId('recipient', 1)

const CSV = `Name,Mobile,Trade,Postcode
Petra Holloway,07700 900901,Plumber,SE1 9AB
Owen Castell,+44 7700 900917,Plumber,E14 3QW
Maya Brandt,0044 7700 900924,Pipe fitter,N1 7GU
Two Numbers,07700 900931 / 07700 900932,Plumber,
Excel Damage,4.4E+11,Plumber,SW9 8LF
Petra Again,07700900901,Plumber,SE1 9AB
`

/** Chooses a small file, which ends at the mapping and the preview of its rows. */
async function chooseFile(page: Page): Promise<void> {
  const file = { name: 'plumbers.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: /^Import \d+ rows/ }).waitFor()
}

/** Types keys that open a dialog. */
const type = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').first().waitFor()
}

/** Follows the link with a person's name to what is headed by it. */
const follow = (name: string) => async (page: Page) => {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name }).first().waitFor()
}

/** A panel comes after the page that it stands beside. */
const panel = (name: string, path: string): Visit => ({
  name,
  path,
  open: (page) => page.getByRole('dialog').first().waitFor(),
})

/** Presses a button that opens a dialog or a menu. */
const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor()
}

/** Chooses an entry of a menu, which opens a dialog. */
const choose = (menu: RegExp, entry: string) => async (page: Page) => {
  await press(menu)(page)
  await page.getByRole('menuitem', { name: entry }).click()
  await page.getByRole('dialog').first().waitFor()
}

const wizardStep = (step: string, search = {}): Visit => ({
  name: `wizard-${step}`,
  path: paths.editCampaign(DRAFT, { step, ...search }),
})

const campaignTab = (tab: string): Visit => ({
  name: `campaign-${tab}`,
  path: paths.campaign(RUNNING, { tab }),
  // On a phone the figures stand above it.
  open: (page) =>
    page
      .getByRole('main')
      .locator('a[aria-current=page]')
      .evaluate((link) => {
        link.scrollIntoView({ block: 'start' })
      }),
})

const part = (name: string): Visit =>
  panel(`conversation-${name}`, paths.conversation(DANIEL, { part: name }))

/** What to visit, by the pattern of its address. */
export const VISITS: Readonly<Record<keyof typeof PATTERNS, readonly Visit[]>> = {
  home: [{ name: 'not-found', path: '/nothing-here' }],
  signIn: [{ name: 'sign-in', path: paths.signIn(), signedOut: true }],
  dashboard: [
    { name: 'dashboard', path: paths.dashboard() },
    { name: 'palette', path: paths.dashboard(), open: type('Control+k') },
    { name: 'shortcuts', path: paths.dashboard(), open: type('?') },
    { name: 'account-menu', path: paths.dashboard(), open: press(/^Account/) },
    {
      name: 'change-password',
      path: paths.dashboard(),
      open: choose(/^Account/, 'Change password'),
    },
  ],
  behind: [
    {
      name: 'behind-replies',
      path: paths.behind('replies', { from: '2026-01-01', to: '2099-12-31' }),
    },
  ],
  campaigns: [{ name: 'campaigns', path: paths.campaigns() }],
  newCampaign: [{ name: 'new-campaign', path: paths.newCampaign() }],
  editCampaign: [
    wizardStep('job'),
    wizardStep('audience'),
    wizardStep('questions'),
    wizardStep('channels'),
    wizardStep('prompts'),
    wizardStep('review', { reason: 'opted_out' }),
  ],
  campaign: [
    { name: 'campaign', path: paths.campaign(RUNNING) },
    campaignTab('results'),
    campaignTab('activity'),
    campaignTab('setup'),
    { name: 'duplicate-dialog', path: paths.campaign(RUNNING), open: press('Duplicate') },
  ],
  campaignRecipient: [panel('recipient', paths.campaignRecipient(RUNNING, DANIEL))],
  campaignDelivery: [panel('delivery', paths.campaignDelivery(RUNNING, DANIEL))],
  jobs: [
    { name: 'jobs', path: paths.jobs() },
    { name: 'new-job', path: paths.jobs(), open: press('New job') },
  ],
  job: [
    { name: 'board', path: paths.job(JOB) },
    { name: 'column-menu', path: paths.job(JOB), open: press(/^Actions for column/) },
  ],
  candidate: [panel('candidate', paths.candidate(JOB, demoId('candidate', 1)))],
  datasets: [
    { name: 'datasets', path: paths.datasets() },
    { name: 'new-pool', path: paths.datasets(), open: press('New pool') },
  ],
  importDataset: [
    { name: 'import', path: paths.importDataset() },
    { name: 'import-check', path: paths.importDataset(), open: chooseFile },
  ],
  dataset: [{ name: 'dataset', path: paths.dataset(demoId('dataset', 1)) }],
  people: [
    { name: 'people', path: paths.people() },
    { name: 'segments', path: paths.people({ search: 'Okafor' }), open: press('Segments') },
  ],
  duplicates: [{ name: 'duplicates', path: paths.duplicates() }],
  person: [
    {
      name: 'person',
      path: paths.people({ search: 'Okafor' }),
      open: follow('Daniel Okafor'),
    },
    {
      name: 'time-zone',
      path: paths.people({ search: 'Okafor' }),
      open: async (page) => {
        await follow('Daniel Okafor')(page)
        await press('Change')(page)
      },
    },
  ],
  inbox: [{ name: 'inbox', path: paths.inbox() }],
  conversation: [
    panel('conversation', paths.conversation(DANIEL)),
    part('objectives'),
    part('notes'),
    part('history'),
  ],
  calls: [{ name: 'calls', path: paths.calls() }],
  call: [
    {
      name: 'call',
      path: paths.calls({ outcome: 'conversation', search: 'Okafor' }),
      open: follow('Daniel Okafor'),
    },
  ],
  sync: [{ name: 'sync', path: paths.sync() }],
  settings: [{ name: 'settings', path: paths.settings() }],
  settingsPart: Object.keys(settingsText.part).map((key) => ({
    name: `settings-${key}`,
    path: paths.settings(key),
  })),
  waiting: [{ name: 'waiting', path: paths.waiting() }],
}
