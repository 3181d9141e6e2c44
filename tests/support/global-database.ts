import type { TestProject } from 'vitest/node'
import { startTestCluster, type TestCluster } from './test-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's PostgreSQL; `freshFrontend()` and `freshBackend()` make databases in it. */
    cluster: TestCluster
  }
}

/**
 * Vitest's global set-up of the project `integration`: one cluster for all its files. Vitest
 * takes the default export.
 */
// oxlint-disable-next-line import/no-default-export
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startTestCluster()
  project.provide('cluster', cluster)
  return stop
}
