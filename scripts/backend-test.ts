/**
 * Asks the backend everything that Rollcall asks it, through its API and with the service key,
 * changing nothing; or prints what it holds of one phone number. Exit code 1 where a query fails.
 * Where our part isn't installed, the queries are those of the sweep.
 *
 *     npm run backend:test
 *     npm run backend:test -- --phone +447700900123
 *
 * On the local stack, or where BACKEND_URL and BACKEND_SERVICE_KEY say.
 */
import { parseArgs } from 'node:util'
import { createBackendClient } from '../src/data/backend/client.ts'
import { parsePhone } from '../src/domain/phone/parse-phone.ts'
import { AppError } from '../src/lib/app-error.ts'
import { findSessions } from './backend-test/find-sessions.ts'
import { describeSession } from './backend-test/profile.ts'
import { runQueries } from './backend-test/run-queries.ts'
import { readConnection } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'
import { readSessions } from '../src/data/backend/sessions.ts'

const USAGE = 'npm run backend:test [-- --phone +447700900123]'

await runCommand(async () => {
  const { values } = parseArgs({ options: { phone: { type: 'string' } } })
  const client = createBackendClient({
    url: readConnection('BACKEND_URL'),
    serviceKey: readConnection('BACKEND_SERVICE_KEY'),
  })
  if (values.phone === undefined) {
    const failed = await runQueries(client, (line) => console.log(line))
    if (failed > 0) process.exitCode = 1
    return
  }
  const phone = parsePhone(values.phone, 'GB')
  if (!phone.ok) {
    throw new AppError('invalid', `"${values.phone}" is not a phone number.`, {
      hint: 'Write it with its country code, e.g. --phone +447700900123.',
    })
  }
  const sessions = await findSessions(client, phone.value.e164)
  if (sessions.length === 0) {
    console.log(`The backend holds nothing of ${phone.value.e164}.`)
    return
  }
  const present = await readSessions(client, sessions)
  for (const item of present.items) console.log(`${describeSession(item).join('\n')}\n`)
}, USAGE)
