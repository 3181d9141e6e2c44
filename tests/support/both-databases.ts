import {
  type DatabaseApi,
  type FrontendApi,
  startBackendApi,
  startFrontendApi,
} from './database-api.ts'
import { type FreshDatabase, freshBackend, freshFrontend } from './fresh-database.ts'

/** An empty frontend and an empty backend, each behind the real PostgREST. */
export type BothDatabases = {
  readonly frontend: FreshDatabase
  readonly backend: FreshDatabase
  readonly frontendApi: FrontendApi
  readonly backendApi: DatabaseApi
  dispose(): Promise<void>
}

/** @param options as `freshBackend` takes them */
export async function startBothDatabases(
  options: { readonly installed?: boolean } = {},
): Promise<BothDatabases> {
  const backend = await freshBackend(options)
  const frontend = await freshFrontend()
  const backendApi = await startBackendApi(backend)
  const frontendApi = await startFrontendApi(frontend)
  return {
    frontend,
    backend,
    frontendApi,
    backendApi,
    async dispose() {
      await frontendApi.dispose()
      await backendApi.dispose()
      await frontend.dispose()
      await backend.dispose()
    },
  }
}
