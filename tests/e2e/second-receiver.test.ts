/**
 * The main job against a receiver that is not the demo agent: it takes the launch and writes the
 * backend by plain SQL, as somebody else's workflow would.
 */
import type { Browser } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bridgeMount } from '../../scripts/stack/bridge-mount.ts'
import { SEEDS } from '../../scripts/stack/mounted-parts.ts'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { openSignedIn, startBrowser } from '../support/browser.ts'
import { startPlainReceiver, type PlainReceiver } from '../support/plain-receiver.ts'
import { syncUntil } from '../support/sync-until.ts'
import { makeTemporaryFolder, startTemporaryStack } from '../support/temporary-stack.ts'

const DRAFT = '/campaigns/de300000-0006-4000-8000-000000000002/edit?step=review'
const SESSION = 'electricianmanchester_p8v4t1zn5_447700900212'

const folder = makeTemporaryFolder()
let browser: Browser
let stack: RunningStack
let backend: postgres.Sql
let receiver: PlainReceiver

beforeAll(async () => {
  // The first start only tells where the databases will be; ports are kept with the data.
  const first = await startTemporaryStack(folder, { webhookBase: 'http://127.0.0.1:9/webhook' })
  const { dbUrl } = first.backend
  await first.stop()
  backend = postgres(dbUrl, { max: 2, onnotice: () => {} })
  receiver = await startPlainReceiver({ backend })
  stack = await startTemporaryStack(folder, {
    spa: 'built',
    mounts: [bridgeMount],
    seeds: SEEDS,
    webhookBase: receiver.url,
  })
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  await stack.stop()
  await receiver.stop()
  await backend.end()
  folder.remove()
})

/** What an agent brings back: a short chat, a call, and an objective with its event. */
async function writeConversation(): Promise<void> {
  const say = (type: 'ai' | 'human', content: string) =>
    backend`insert into chat_history (session_id, message) values (${SESSION}, ${backend.json({ type, content })})`
  await say('ai', 'Hello, are you looking for electrical work?')
  await say('human', 'Yes, from Monday. Ring me.')
  await backend`insert into call_info (call_id, session_id, status, called_at, duration, transcript, analysis)
    values ('call_plain_1', ${SESSION}, 'completed', now() - interval '2 minutes', interval '80 seconds',
      ${'Agent: Can you come on Tuesday at ten?\nUser: Tuesday at ten is fine.'},
      ${backend.json({ disconnection_reason: 'user_hangup', in_voicemail: false })})`
  await backend`update session_info set objectives = ${backend.json({ interested: { value: true }, interview_scheduled: { value: true } })}
    where session_id = ${SESSION}`
  await backend`insert into session_objective_events (session_id, objective, new_value, source, occurred_at)
    values (${SESSION}, 'interview_scheduled', ${backend.json(true)}, 'call_plain_1', now() - interval '1 minute')`
}

test('what another receiver writes becomes statuses, with the call they rest on', async () => {
  const { page, context, faults } = await openSignedIn(browser, DRAFT, {
    signIn: stack.demo,
    app: stack.app,
  })
  await page.getByRole('button', { name: 'Launch to 9 people' }).click()
  await page.waitForURL(/\/campaigns\/[0-9a-f-]+$/)
  const row = page.getByRole('row', { name: /\+44 7700 900212/ })
  await row.waitFor()
  await expect.poll(() => receiver.requests.flatMap(({ body }) => body.tasks).length).toBe(9)

  await writeConversation()
  await syncUntil(page, () => row.getByText('Interview').isVisible())
  await row.getByRole('link').first().click()
  const panel = page.getByRole('dialog')
  await panel.getByText('Yes, from Monday. Ring me.').waitFor()
  await panel
    .getByText('because “Interview scheduled” is Yes (from a call, exact')
    .first()
    .waitFor()
  await panel.locator('details', { hasText: 'Conversation' }).locator('summary').click()
  await panel.getByText('Tuesday at ten is fine.').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('each person was posted once, in one batch with an id that signs it', () => {
  const launches = receiver.requests.filter(({ path }) => path.endsWith('/session-created'))
  const sessions = launches.flatMap(({ body }) => body.tasks.map((task) => task.session))
  expect(new Set(sessions).size).toBe(sessions.length)
  expect(launches.map(({ headers }) => headers.get('webhook-signature'))).toEqual([
    expect.stringMatching(/^v1,/),
  ])
})
