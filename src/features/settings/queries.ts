/** What the settings read, each under a key that its changes refresh. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { bridge } from '../../data/bridge/browser-client.ts'
import { getService } from '../../data/bridge/service-actions.ts'
import { listAccounts, listOfficeRecords } from '../../data/frontend/accounts.ts'
import { getAgencySettings, listErasures } from '../../data/frontend/agency-settings.ts'
import { type AuditFilter, listAudit } from '../../data/frontend/audit-log.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import { listOptOuts, type OptOutFilter } from '../../data/frontend/opt-outs.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { findRetention } from '../../data/frontend/retention.ts'
import { getDefaultRules, getStatusRules } from '../../data/frontend/status-rules.ts'

export const accountsQuery = queryOptions({
  queryKey: ['accounts'] as const,
  queryFn: () => listAccounts(frontend()),
})

export const officeRecordsQuery = queryOptions({
  // Below the shell's own list, so that a change of one refreshes both.
  queryKey: [...queryKeys.offices(), 'records'] as const,
  queryFn: () => listOfficeRecords(frontend()),
})

export const agencySettingsQuery = queryOptions({
  queryKey: ['agency-settings'] as const,
  queryFn: () => getAgencySettings(frontend()),
})

export const serviceQuery = queryOptions({
  queryKey: ['service'] as const,
  queryFn: () => getService(bridge()),
})

/** One page of numbers that nobody contacts. */
export function optOutsQuery(filter: OptOutFilter) {
  return queryOptions({
    queryKey: ['opt-outs', filter] as const,
    queryFn: () => listOptOuts(frontend(), filter),
    placeholderData: keepPreviousData,
  })
}

export const retentionQuery = queryOptions({
  queryKey: ['retention'] as const,
  queryFn: () => findRetention(frontend()),
})

export const erasuresQuery = queryOptions({
  queryKey: ['erasures'] as const,
  queryFn: () => listErasures(frontend()),
})

/** One page of who did what. */
export function auditQuery(filter: AuditFilter) {
  return queryOptions({
    queryKey: ['audit', filter] as const,
    queryFn: () => listAudit(frontend(), filter),
    placeholderData: keepPreviousData,
  })
}

/** @param campaignId '' for what new campaigns begin with */
export function rulesQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaignParts(campaignId), 'rules'] as const,
    queryFn: () =>
      campaignId === '' ? getDefaultRules(frontend()) : getStatusRules(frontend(), campaignId),
  })
}
