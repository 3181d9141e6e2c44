/**
 * Makes an admin: an account that can sign in, and its profile in every office. A project without
 * any office gets its first one.
 *
 *     npm run admin:create -- --email me@agency.example --name "My Name"
 *     options: --password (else one is made up and shown once), --office "Head office"
 *
 * On the local stack, or where FRONTEND_URL and FRONTEND_SERVICE_KEY say.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createServiceClient, type FrontendClient } from '../src/data/frontend/bridge-clients.ts'
import { unwrap } from '../src/data/unwrap.ts'
import { AppError } from '../src/lib/app-error.ts'
import { openAccounts } from './cli/accounts.ts'
import { readConnection } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'

const MIN_PASSWORD_LENGTH = 8

const USAGE =
  'npm run admin:create -- --email me@agency.example [--name "My Name"] [--password …] [--office "Head office"]'

await runCommand(async () => {
  const { email, name, password, office } = readOptions()
  const client = createServiceClient({
    url: readConnection('FRONTEND_URL'),
    serviceKey: readConnection('FRONTEND_SERVICE_KEY'),
  })
  const accounts = openAccounts()
  const known = await accounts.find(email)
  const fresh = known === null && password === null ? randomBytes(12).toString('base64url') : null
  const chosen = password ?? fresh
  const id =
    chosen === null ? known : await accounts.save(email, { text: chosen, oneTime: fresh !== null })
  if (id === null) throw new Error('an account without an id')
  const offices = await makeAdmin(client, { id, email, name, office })
  console.log(`${email} is an admin of ${offices.join(', ')}.`)
  if (fresh !== null)
    console.log(`Password: ${fresh}\nIt is shown only now, and changed at the first sign-in.`)
  else if (password === null) console.log('The account was there already and keeps its password.')
}, USAGE)

function readOptions() {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      password: { type: 'string' },
      office: { type: 'string', default: 'Head office' },
    },
  })
  const email = z.email().safeParse(values.email?.trim().toLowerCase())
  if (!email.success) {
    throw new AppError('invalid', `"${values.email ?? ''}" is not an e-mail address.`, {
      hint: 'Say who: npm run admin:create -- --email me@agency.example --name "My Name"',
    })
  }
  const password = values.password ?? null
  if (password !== null && password.length < MIN_PASSWORD_LENGTH) {
    throw new AppError(
      'invalid',
      `The password is shorter than ${MIN_PASSWORD_LENGTH} characters.`,
      {
        hint: 'Choose a longer one, or leave --password out and one is made up.',
      },
    )
  }
  const name = values.name?.trim() || email.data.slice(0, email.data.indexOf('@'))
  return { email: email.data, name, password, office: values.office.trim() || 'Head office' }
}

type NewAdmin = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly office: string
}

/** Writes the profile and its offices. Answers the offices' names. */
async function makeAdmin(client: FrontendClient, admin: NewAdmin): Promise<string[]> {
  let offices = unwrap(await client.from('offices').select('id, name').order('name')) ?? []
  if (offices.length === 0) {
    offices =
      unwrap(await client.from('offices').insert({ name: admin.office }).select('id, name')) ?? []
  }
  const { id, email, name } = admin
  const profile = { id, email, full_name: name, role: 'admin', active: true }
  unwrap(await client.from('profiles').upsert(profile))
  const memberships = offices.map((office) => ({ profile_id: id, office_id: office.id }))
  unwrap(await client.from('profile_offices').upsert(memberships))
  const note = { action: 'make-admin', entity_type: 'profile', entity_id: id }
  unwrap(await client.from('audit_log').insert(note))
  return offices.map((office) => office.name)
}
