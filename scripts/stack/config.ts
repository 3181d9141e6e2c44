import { resolve } from 'node:path'
import { StackError } from './stack-error.ts'

/** What a person can choose about the local stack. Only the app's own port is fixed. */
export type StackConfig = {
  /** Absolute path of the folder that holds databases, secrets, ports and logs. */
  readonly dataDir: string
  /** Port of the one origin everything is served on; 0 takes any free one. */
  readonly port: number
  /** Vite with hot reload behind the same origin, instead of the built SPA. */
  readonly dev: boolean
  /** Address of a real n8n; null: the demo agent stands in for it. */
  readonly webhookBase: string | null
}

const DEFAULT_PORT = 4400
const DEFAULT_DATA_DIR = '.rollcall'

/**
 * Reads the stack's settings from the command line and the environment:
 * `--dev`, `PORT`, `ROLLCALL_DATA_DIR`, `WEBHOOK_BASE`.
 *
 * @param root the project folder, against which a relative data folder is resolved
 * @throws StackError naming the setting that makes no sense
 */
export function parseStackConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): StackConfig {
  const unknownArgs = args.filter((arg) => arg !== '--dev')
  if (unknownArgs.length > 0) {
    throw new StackError(
      `"${unknownArgs.join(' ')}" is not an option of the local stack.`,
      'The only option is --dev; PORT, ROLLCALL_DATA_DIR and WEBHOOK_BASE are environment variables.',
    )
  }
  return {
    dataDir: resolve(root, env['ROLLCALL_DATA_DIR'] || DEFAULT_DATA_DIR),
    port: parsePort(env['PORT']),
    dev: args.includes('--dev'),
    webhookBase: parseWebhookBase(env['WEBHOOK_BASE']),
  }
}

function parsePort(text: string | undefined): number {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new StackError(
      `PORT is "${text}", which is not a port.`,
      'Use a whole number from 1 to 65535, e.g. PORT=4500 npm start.',
    )
  }
  return port
}

function parseWebhookBase(text: string | undefined): string | null {
  if (!text) return null
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
    return text.replace(/\/+$/, '')
  throw new StackError(
    `WEBHOOK_BASE is "${text}", which is not a web address.`,
    'Use the address before /session-created, e.g. WEBHOOK_BASE=https://n8n.example/webhook, or leave it out to use the demo agent.',
  )
}
