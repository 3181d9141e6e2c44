/** The n8n workflows that Rollcall ships: a static check; tests/n8n runs them in a real n8n. */
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { composePrompts } from './compose-prompts.ts'

const FOLDER = new URL('../../supabase/backend/n8n/', import.meta.url)

const nodeSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  parameters: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
})
const workflowSchema = z.object({
  nodes: z.array(nodeSchema),
  connections: z.record(
    z.string(),
    z.object({
      main: z.array(
        z.array(z.object({ node: z.string(), type: z.literal('main'), index: z.number() })),
      ),
    }),
  ),
  settings: z.record(z.string(), z.unknown()),
})

function readWorkflow(file: string) {
  return workflowSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
}

const text = readFileSync(new URL('rollcall-webhooks.json', FOLDER), 'utf8')
const workflow = readWorkflow('rollcall-webhooks.json')
const signed = readWorkflow('rollcall-webhooks-signed.json')

function node(name: string, { nodes } = workflow) {
  const found = nodes.find((one) => one.name === name)
  if (!found) throw new Error(`The workflow has no node "${name}".`)
  return found
}

/** The nodes that run after a webhook was called, in order. */
function chainFrom(name: string): string[] {
  const next = workflow.connections[name]?.main[0]?.[0]?.node
  return next === undefined ? [name] : [name, ...chainFrom(next)]
}

test.each([
  ['session-created', ['session-created', 'Save sessions', 'Answer accepted']],
  ['get-prompt-for-agent', ['get-prompt-for-agent', 'Compose prompts', 'Answer prompts']],
])('the webhook %s is authenticated and always reaches its answer', (path, chain) => {
  const webhook = node(path)
  expect(webhook.type).toBe('n8n-nodes-base.webhook')
  expect(webhook.parameters).toMatchObject({
    httpMethod: 'POST',
    path,
    authentication: 'headerAuth',
    responseMode: 'responseNode',
  })
  expect(chainFrom(path)).toEqual(chain)
  expect(node(chain.at(-1) ?? '').type).toBe('n8n-nodes-base.respondToWebhook')
})

test('credentials are named placeholders, and nothing else in the file is secret', () => {
  const credentials = workflow.nodes.flatMap((one) => Object.entries(one.credentials ?? {}))
  expect(credentials.map(([kind]) => kind).sort()).toEqual([
    'httpHeaderAuth',
    'httpHeaderAuth',
    'postgres',
  ])
  for (const [, { name }] of credentials) expect(name).toMatch(/^(Rollcall|Agents) /)
  expect(text).not.toMatch(/whsec_|sb_secret_|postgres:\/\/|password/i)
})

test('executions that hold phone numbers are not kept', () => {
  expect(workflow.settings).toMatchObject({
    saveDataSuccessExecution: 'none',
    saveDataErrorExecution: 'none',
  })
})

test('the statement is the tested one, with the whole body as its one parameter', () => {
  const { query, options } = node('Save sessions').parameters
  expect(query).toBe(readFileSync(new URL('session-created.sql', FOLDER), 'utf8').trimEnd())
  expect(String(query).match(/\$\d+/g)).toEqual(['$1'])
  expect(options).toMatchObject({
    queryReplacement: expect.stringMatching(/^=\{\{ \[JSON\.stringify\(/) as unknown,
  })
})

test('the parameter keeps the body but for what PostgreSQL refuses', () => {
  const { options } = node('Save sessions').parameters
  const expression = z.object({ queryReplacement: z.string() }).parse(options).queryReplacement
  const source = expression.replace(/^=\{\{|\}\}$/g, '')
  const evaluate = compileFunction(`return ${source}`, ['$json']) as (json: unknown) => string[]
  const body = { job_description: 'a\u0000b, c', tasks: [{ session: 's\\u0000' }] }
  const [parameter = ''] = evaluate({ body })
  expect(JSON.parse(parameter)).toEqual({
    job_description: 'ab, c',
    tasks: [{ session: 's\\u0000' }],
  })
})

test('the workflow composes the same prompts as the demo agent', () => {
  const code = String(node('Compose prompts').parameters['jsCode'])
  const run = compileFunction(code, ['$input']) as (input: unknown) => { json: unknown }[]
  const bodies = [
    {
      campaign: 'plumber-london_abc123xyz',
      job_description: 'Job Title: Plumber\nCompany: Thames Fit-Out\nLocation: London',
      objectives: {
        interested: { type: 'boolean', description: 'Wants the job' },
        matrix_card: { type: 'string', description: 'WhatsApp: Card?\nCall: Ask.' },
      },
    },
    { campaign: 'x', job_description: '', objectives: {} },
    { campaign: 'y', job_description: 'Job Title: Electrician', objectives: {} },
  ] as const
  for (const body of bodies) {
    const answer = run({ first: () => ({ json: { body } }) })
    expect(answer).toEqual([{ json: composePrompts(body) }])
  }
})

const CHECK = ['Read raw body', 'Sign as Rollcall does', 'Is signed now', 'Answer refused']

test('the workflow that checks signatures does the same work, after the check', () => {
  for (const { name, type, parameters, credentials } of workflow.nodes) {
    const options = name === 'session-created' ? { rawBody: true } : parameters['options']
    const expected = { type, parameters: { ...parameters, ...(options ? { options } : {}) } }
    expect(node(name, signed)).toMatchObject({
      ...expected,
      ...(credentials ? { credentials } : {}),
    })
  }
  expect(signed.nodes.map(({ name }) => name).sort()).toEqual(
    [...workflow.nodes.map(({ name }) => name), ...CHECK].sort(),
  )
  expect(signed.settings).toEqual(workflow.settings)
  // Only what passed the check reaches the statement.
  const leads = Object.entries(signed.connections).filter(([, { main }]) =>
    main.some((way) => way.some((next) => next.node === 'Save sessions')),
  )
  expect(leads.map(([name]) => name)).toEqual(['Is signed now'])
  const [right, wrong] = signed.connections['Is signed now']?.main ?? []
  expect(right?.map((next) => next.node)).toEqual(['Save sessions'])
  expect(wrong?.map((next) => next.node)).toEqual(['Answer refused'])
})
