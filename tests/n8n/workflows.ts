/**
 * What n8n is given: both workflows that Rollcall ships, just as they are, and copies of the first
 * with one thing wrong each, on an address of their own: `<name>/session-created`.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const nodeSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
})
const wayToSchema = z.looseObject({ node: z.string() })
const workflowSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  nodes: z.array(nodeSchema),
  connections: z.record(z.string(), z.object({ main: z.array(z.array(wayToSchema)) })),
  settings: z.record(z.string(), z.unknown()),
})

type Node = z.infer<typeof nodeSchema>
export type Workflow = z.infer<typeof workflowSchema>

const FOLDER = new URL('../../supabase/backend/n8n/', import.meta.url)

function readShipped(file: string): Workflow {
  return workflowSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
}

/** The workflow on other addresses, since n8n gives each address to one workflow only. */
function moveTo(prefix: string, workflow: Workflow): Workflow {
  return {
    ...workflow,
    id: `Rollcall-${prefix}`,
    name: prefix,
    nodes: workflow.nodes.map((node) => {
      const path = node.parameters['path']
      return typeof path === 'string'
        ? {
            ...node,
            webhookId: crypto.randomUUID(),
            parameters: { ...node.parameters, path: `${prefix}/${path}` },
          }
        : node
    }),
  }
}

function change(workflow: Workflow, name: string, by: (node: Node) => Node): Workflow {
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) => (node.name === name ? by(node) : node)),
  }
}

function withParameters(node: Node, parameters: Record<string, unknown>): Node {
  return { ...node, parameters: { ...node.parameters, ...parameters } }
}

/** Answers before anything is stored; n8n wants no respond node then. */
function respondImmediately(workflow: Workflow): Workflow {
  const started = change(workflow, 'session-created', (node) =>
    withParameters(node, { responseMode: 'onReceived' }),
  )
  return { ...started, connections: { ...started.connections, 'Save sessions': { main: [[]] } } }
}

/** Stores nothing and takes the way past the respond node. */
function missRespondNode(workflow: Workflow): Workflow {
  return change(workflow, 'Save sessions', ({ id, name }) => ({
    id,
    name,
    type: 'n8n-nodes-base.if',
    typeVersion: 2.2,
    position: [240, 0],
    parameters: {
      conditions: {
        options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'strict' },
        combinator: 'and',
        conditions: [
          {
            id: 'never',
            leftValue: false,
            rightValue: '',
            operator: { type: 'boolean', operation: 'true', singleValue: true },
          },
        ],
      },
      options: {},
    },
  }))
}

function takeTooLong(workflow: Workflow): Workflow {
  const slow = change(workflow, 'Save sessions', (node) =>
    withParameters(node, { query: 'select pg_sleep(3)', options: {} }),
  )
  return { ...slow, settings: { ...slow.settings, executionTimeout: 1 } }
}

/** Stores the sessions three seconds after it was asked, and answers then. */
function takeTime(workflow: Workflow): Workflow {
  return change(workflow, 'Save sessions', (node) => {
    const query = String(node.parameters['query'])
    return withParameters(node, { query: query.replace('jsonb as item', '$& from pg_sleep(3)') })
  })
}

function losePostgres(workflow: Workflow): Workflow {
  return change(workflow, 'Save sessions', (node) => ({
    ...node,
    credentials: { postgres: { id: 'unreachable-database', name: 'Unreachable database' } },
  }))
}

function loseToken(workflow: Workflow): Workflow {
  return change(workflow, 'session-created', ({ credentials: _credentials, ...node }) => node)
}

/** One workflow of several, since n8n takes as long to publish one as to start. */
function together(id: string, workflows: readonly Workflow[]): Workflow {
  const [first] = workflows
  if (!first) throw new Error('Nothing to put together.')
  const named = (workflow: Workflow, name: string) => `${workflow.name}: ${name}`
  return {
    ...first,
    id,
    name: id,
    nodes: workflows.flatMap((workflow) =>
      workflow.nodes.map((node) => ({
        ...node,
        id: crypto.randomUUID(),
        name: named(workflow, node.name),
      })),
    ),
    connections: Object.fromEntries(
      workflows.flatMap((workflow) =>
        Object.entries(workflow.connections).map(([from, { main }]) => [
          named(workflow, from),
          {
            main: main.map((ways) =>
              ways.map((way) => ({ ...way, node: named(workflow, way.node) })),
            ),
          },
        ]),
      ),
    ),
  }
}

const plain = readShipped('rollcall-webhooks.json')

/** Workflows that are active: the two of ours first. */
export const PUBLISHED: readonly Workflow[] = [
  plain,
  moveTo('signed', readShipped('rollcall-webhooks-signed.json')),
  takeTooLong(moveTo('slow', plain)),
  together('wrong-turns', [
    respondImmediately(moveTo('immediate', plain)),
    missRespondNode(moveTo('silent', plain)),
    takeTime(moveTo('late', plain)),
    losePostgres(moveTo('storeless', plain)),
    loseToken(moveTo('tokenless', plain)),
  ]),
]

/** A workflow that nobody activated. */
export const UNPUBLISHED = moveTo('unpublished', plain)

/** Where the backend is, and what opens the webhooks. */
export type Access = {
  readonly postgres: { readonly port: number; readonly database: string; readonly password: string }
  readonly token: { readonly name: string; readonly value: string }
  /** The key's text, of which `whsec_` and base64 is what Rollcall holds. */
  readonly signingKey: string
}

/** The credentials that the workflows name, as `n8n import:credentials` reads them. */
export function credentialsOf({ postgres, token, signingKey }: Access): unknown[] {
  const database = {
    host: '127.0.0.1',
    user: 'postgres',
    ssl: 'disable',
    allowUnauthorizedCerts: false,
    sshTunnel: false,
    ...postgres,
  }
  return [
    {
      id: 'rollcall-webhook-token',
      name: 'Rollcall webhook token (header auth)',
      type: 'httpHeaderAuth',
      data: token,
    },
    {
      id: 'rollcall-webhook-secret',
      name: 'Rollcall webhook secret (crypto)',
      type: 'crypto',
      data: { hmacSecret: signingKey },
    },
    {
      id: 'agents-backend-database',
      name: 'Agents backend database (Postgres)',
      type: 'postgres',
      data: database,
    },
    {
      id: 'unreachable-database',
      name: 'Unreachable database',
      type: 'postgres',
      data: { ...database, port: 9 },
    },
  ]
}
