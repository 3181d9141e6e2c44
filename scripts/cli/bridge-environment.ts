import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../src/lib/app-error.ts'
import { toBridgeEnvironment } from '../stack/bridge-environment.ts'
import { parseStackConfig } from '../stack/config.ts'
import { readJsonFile } from '../stack/data-folder.ts'
import { PROJECT_ROOT } from '../stack/project-root.ts'
import { loadSecrets } from '../stack/secrets.ts'

type Environment = Readonly<Record<string, string | undefined>>

const stackFileSchema = z.object({
  frontend: z.object({
    url: z.string(),
    anonKey: z.string(),
    serviceKey: z.string(),
    dbUrl: z.string(),
  }),
  backend: z.object({ url: z.string(), serviceKey: z.string(), dbUrl: z.string() }),
  webhook: z.object({ url: z.string() }),
})

/**
 * A bridge's variables: the environment's own where it names a frontend, else those of the
 * running local stack.
 *
 * @throws AppError where there is neither
 */
export function readBridgeEnvironment(env: Environment = process.env): Environment {
  if (env['FRONTEND_URL']) return env
  const { ROLLCALL_DATA_DIR } = env
  const { dataDir } = parseStackConfig([], { ROLLCALL_DATA_DIR }, PROJECT_ROOT)
  const stack = stackFileSchema.safeParse(readJsonFile(join(dataDir, 'stack.json')))
  if (!stack.success) {
    throw new AppError('invalid', 'There is nothing to work on.', {
      code: 'no_connection',
      hint: 'Start the local stack with npm start, or set the variables of docs/deployment.md.',
    })
  }
  return { ...env, ...toBridgeEnvironment(stack.data, loadSecrets(dataDir, true), env) }
}
