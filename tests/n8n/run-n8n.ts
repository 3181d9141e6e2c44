/** One real n8n, without its page and without asking anything of the outside world. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../../scripts/stack/ports.ts'
import { type RunningProcess, runProcess } from '../../scripts/stack/run-process.ts'
import { StackError } from '../../scripts/stack/stack-error.ts'
import { classifyAnswer, type WebhookAnswer } from '../../src/launch/classify-answer.ts'
import { createWebhook } from '../../src/launch/send-batch.ts'
import { type Access, credentialsOf, PUBLISHED, UNPUBLISHED } from './workflows.ts'

export type N8n = {
  /** Before `/webhook` and `/webhook-test`. */
  readonly origin: string
  /** Everything different that it answered from its start until its webhooks were live. */
  readonly whileStarting: readonly WebhookAnswer[]
  stop(): Promise<void>
}

type Options = { readonly program: string; readonly folder: string; readonly access: Access }

const LAUNCH = '/session-created'
const PATIENCE_MS = 10 * 60_000

/** Imports credentials and workflows into an empty n8n and starts it. */
export async function startN8n({ program, folder, access }: Options): Promise<N8n> {
  const port = await findFreePort()
  const env = await environmentOf(folder, port)
  const run = (name: string, ...args: readonly string[]) =>
    runProcess({
      name: `n8n ${name}`,
      command: process.execPath,
      args: [program, name, ...args],
      env,
      logFile: join(folder, `${name.replace(':', '-')}.log`),
    })
  const finish = async (name: string, ...args: readonly string[]) => {
    const how = await (await run(name, ...args)).ended
    if (how !== 'exit code 0') {
      throw new StackError(`n8n ${name} failed (${how}).`, `Read its log in ${folder}.`)
    }
  }
  const give = (file: string, content: unknown): string => {
    writeFileSync(join(folder, file), JSON.stringify(content), { mode: 0o600 })
    return `--input=${join(folder, file)}`
  }
  await finish('import:credentials', give('credentials.json', credentialsOf(access)))
  await finish('import:workflow', give('workflows.json', [...PUBLISHED, UNPUBLISHED]))
  for (const { id } of PUBLISHED) await finish('publish:workflow', `--id=${id}`)

  const running = await run('start')
  const origin = `http://127.0.0.1:${port}`
  try {
    const whileStarting = await waitUntilLive(running, origin)
    return { origin, whileStarting, stop: () => running.stop('SIGTERM') }
  } catch (error) {
    await running.stop('SIGKILL')
    throw error
  }
}

async function environmentOf(folder: string, port: number): Promise<NodeJS.ProcessEnv> {
  const { PATH, HOME } = process.env
  return {
    PATH,
    HOME,
    N8N_USER_FOLDER: folder,
    N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(await findFreePort()),
    N8N_DISABLE_UI: 'true',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
  }
}

/**
 * Asks every launch webhook with a wrong token, which has no effect, until n8n knows them all: its
 * own readiness says yes before any is there.
 */
async function waitUntilLive(running: RunningProcess, origin: string): Promise<WebhookAnswer[]> {
  const answers = new Map<string, WebhookAnswer>()
  const ended = { how: '' }
  void running.ended.then((how) => (ended.how = how))
  const deadline = performance.now() + PATIENCE_MS
  for (const base of launchBases()) {
    const webhook = await createWebhook({
      base: `${origin}/webhook${base}`,
      secrets: [],
      tokenHeader: { name: 'x-wrong', value: 'wrong' },
      nowMs: Date.now,
      fetch,
      resolve: null,
    })
    for (;;) {
      const answer = await webhook.post('session-created', { id: 'start', body: '{"tasks":[]}' })
      const { code } = classifyAnswer(answer, 0)
      if (code === 'wrong_token' || code === 'credential_missing') break
      answers.set(JSON.stringify(answer), answer)
      const faulty = ended.how !== '' || performance.now() > deadline
      if (faulty)
        throw new StackError(`n8n does not start (${ended.how || 'it hangs'}).`, 'Read its log.')
      await delay(50)
    }
  }
  return [...answers.values()]
}

/** What stands before `/session-created` in each address: nothing, or `/signed`. */
function launchBases(): string[] {
  const paths = PUBLISHED.flatMap(({ nodes }) =>
    nodes.map(({ parameters }) => `/${String(parameters['path'])}`),
  )
  return paths.filter((path) => path.endsWith(LAUNCH)).map((path) => path.slice(0, -LAUNCH.length))
}
