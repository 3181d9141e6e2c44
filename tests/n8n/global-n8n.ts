/** Vitest's global set-up of the project `n8n`: a cluster with a backend, and a real n8n before it. */
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { connectAsSuperuser } from '../../scripts/stack/bootstrap.ts'
import type { WebhookAnswer } from '../../src/launch/classify-answer.ts'
import { makeTemporaryFolder } from '../support/temporary-stack.ts'
import { startTestCluster, TEMPLATES, type TestCluster } from '../support/test-cluster.ts'
import { findN8n } from './installation.ts'
import { startN8n } from './run-n8n.ts'
import type { Access } from './workflows.ts'

declare module 'vitest' {
  interface ProvidedContext {
    n8n: {
      readonly origin: string
      readonly access: Access
      readonly whileStarting: readonly WebhookAnswer[]
    }
  }
}

const BACKEND = 'backend_of_n8n'

const closers: (() => Promise<void> | void)[] = []

export async function setup(project: TestProject): Promise<void> {
  const program = findN8n(process.env)
  const folder = makeTemporaryFolder()
  closers.push(() => folder.remove())
  try {
    const { cluster, stop } = await startTestCluster()
    closers.push(stop)
    await makeBackend(cluster)
    const access: Access = {
      postgres: {
        port: cluster.port,
        database: BACKEND,
        password: cluster.passwords.postgres,
      },
      token: { name: 'X-Rollcall-Token', value: randomBytes(16).toString('hex') },
      signingKey: randomBytes(32).toString('hex'),
    }
    const n8n = await startN8n({ program, folder: folder.path, access })
    closers.push(() => n8n.stop())
    project.provide('cluster', cluster)
    project.provide('n8n', { origin: n8n.origin, access, whileStarting: n8n.whileStarting })
  } catch (error) {
    await teardown()
    throw error
  }
}

export async function teardown(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

async function makeBackend(cluster: TestCluster): Promise<void> {
  const sql = connectAsSuperuser(cluster)
  try {
    await sql`create database ${sql(BACKEND)} template ${sql(TEMPLATES.backend)} owner postgres`
  } finally {
    await sql.end()
  }
}
