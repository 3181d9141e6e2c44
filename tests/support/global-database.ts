/** Vitest's global set-up of the project `integration`: one cluster for all its files. */
import type { TestProject } from 'vitest/node'
import { type RunningTestCluster, startTestCluster, type TestCluster } from './test-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's PostgreSQL; `freshFrontend()` and `freshBackend()` make databases in it. */
    cluster: TestCluster
  }
}

let running: RunningTestCluster | null = null

export async function setup(project: TestProject): Promise<void> {
  running = await startTestCluster()
  project.provide('cluster', running.cluster)
}

export async function teardown(): Promise<void> {
  await running?.stop()
}
