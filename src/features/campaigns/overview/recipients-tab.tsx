import { IconUsers } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useLocation, useMatch } from 'react-router'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import type { UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { campaignPageText, recipientText } from '../../../ui/text/campaign-page.ts'
import { recipientsQuery } from '../queries.ts'
import { type CampaignUrl, toRecipientFilter } from '../recipients-filter.ts'
import classes from './overview.module.css'
import { recipientColumns, recipientName } from './recipient-columns.tsx'
import { ExportButton } from './export-button.tsx'
import { RecipientFilters } from './recipient-filters.tsx'

type RecipientsProps = UrlProps<CampaignUrl> & { readonly campaign: Campaign }

function Recipients({ campaign, url, onChange }: RecipientsProps) {
  const shown = useDeferredValue(url)
  const { data } = useSuspenseQuery(recipientsQuery(campaign.id, toRecipientFilter(shown)))
  const { data: board } = useSuspenseQuery(columnsQuery(campaign.jobId))
  const { search } = useLocation()
  const columns = useMemo(
    () => recipientColumns(board, campaign.id, search),
    [board, campaign.id, search],
  )
  const record = useMatch(PATTERNS.campaignRecipient)
  const delivery = useMatch(PATTERNS.campaignDelivery)
  const open = (record ?? delivery)?.params.recipientId ?? null
  const isDraft = campaign.state === 'draft'
  const filtered =
    [shown.search, shown.reason, shown.objective].some((each) => each !== '') ||
    shown.delivery.length + shown.status.length > 0
  return (
    <DataTable
      label={campaignPageText.recipients}
      columns={columns}
      rows={data.items}
      rowKey={(recipient) => recipient.id}
      rowLabel={recipientName}
      // The filters stay in the address, so that the list behind the panel keeps its place.
      rowHref={(recipient) => paths.campaignRecipient(campaign.id, recipient.id) + search}
      openKey={open}
      refreshing={shown !== url}
      paging={{
        page: shown.page,
        pageSize: PAGE_SIZE,
        total: data.total,
        onPage: (page) => {
          onChange({ page })
        },
      }}
      empty={
        filtered ? (
          <NoMatch />
        ) : (
          <EmptyState
            icon={IconUsers}
            title={isDraft ? campaignPageText.draftTitle : recipientText.emptyTitle}
            advice={isDraft ? campaignPageText.draftAdvice : recipientText.emptyAdvice}
          />
        )
      }
    />
  )
}

type RecipientsTabProps = RecipientsProps & { readonly numbers: CampaignAccounting }

/** Everybody of the ledger: how far their task has got, why, and what came of it. */
export function RecipientsTab({ numbers, ...props }: RecipientsTabProps) {
  const { data: board } = useSuspenseQuery(columnsQuery(props.campaign.jobId))
  return (
    <div className={classes['tableArea']}>
      <div className={classes['spread']}>
        <RecipientFilters
          url={props.url}
          onChange={props.onChange}
          board={board}
          numbers={numbers}
          campaignId={props.campaign.id}
        />
        {numbers.planned > 0 && (
          <ExportButton campaign={props.campaign} url={props.url} board={board} />
        )}
      </div>
      <LoadingBoundary skeleton={<TableSkeleton columns={6} />} resetKey={props.campaign.id}>
        <Recipients {...props} />
      </LoadingBoundary>
    </div>
  )
}
