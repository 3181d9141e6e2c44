import { DashboardPage } from '../../features/dashboard/dashboard-page.tsx'
import { SyncHealth } from '../../features/sync/sync-health.tsx'

/** The dashboard, with how the sync fares. */
export function StartPage() {
  return <DashboardPage sync={<SyncHealth />} />
}
