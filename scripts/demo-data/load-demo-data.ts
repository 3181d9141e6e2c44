import type postgres from 'postgres'
import { DEMO_ACCOUNTS, type DemoAccounts } from './demo-accounts.ts'
import { loadBackend } from './load-backend.ts'
import { loadFrontend, type LoadedKind } from './load-frontend.ts'

export type DemoTargets = {
  /** Clients as the roles that own the tables. */
  readonly frontend: postgres.Sql
  readonly backend: postgres.Sql
  /** Makes an account that can sign in, or finds it; answers its id. */
  readonly saveAccount: (email: string) => Promise<string>
  /** The address under which recordings are found, where the demo agent serves them. */
  readonly recordings?: string
}

export type DemoLoad = {
  readonly frontend: readonly LoadedKind[]
  readonly backend: readonly LoadedKind[]
}

/** Loads what is missing of the demo data. Run twice, it changes nothing the second time. */
export async function loadDemoData(targets: DemoTargets): Promise<DemoLoad> {
  const ids: Record<keyof DemoAccounts, string> = { admin: '', recruiter: '', viewer: '' }
  for (const { role, email } of DEMO_ACCOUNTS) ids[role] = await targets.saveAccount(email)
  const backend = await loadBackend(targets.backend, targets.recordings)
  const frontend = await loadFrontend(targets.frontend, ids)
  return { frontend, backend }
}
