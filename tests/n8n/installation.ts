/** Where n8n is installed, which is never part of this project: 2.5 GB under a licence of its own. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StackError } from '../../scripts/stack/stack-error.ts'

const HOW_TO = `Install it once, in any folder outside this project (2.5 GB, some minutes, Node 24):

  mkdir n8n && cd n8n
  echo '{"private":true,"overrides":{"linkedom":"0.18.13","@langchain/core":"1.2.8","@langchain/langgraph-checkpoint":"1.1.5","@langchain/protocol":"0.0.19"}}' > package.json
  npm install n8n@2.41.1 --omit=optional --ignore-scripts
  npm rebuild sqlite3 isolated-vm

then: N8N_DIR=/path/to/n8n npm run test:n8n`

/**
 * n8n's program in the folder that `N8N_DIR` names.
 *
 * @throws StackError with how to install it
 */
export function findN8n(env: NodeJS.ProcessEnv): string {
  const folder = env['N8N_DIR']
  if (!folder) throw new StackError('N8N_DIR does not say where n8n is.', HOW_TO)
  const program = join(resolve(folder), 'node_modules/n8n/bin/n8n')
  if (!existsSync(program)) throw new StackError(`There is no n8n in ${folder}.`, HOW_TO)
  return program
}
