import { Select } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { campaignChoicesQuery } from '../../../data/frontend/shared-queries.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { PartHead } from '../part-head.tsx'
import { rulesQuery } from '../queries.ts'
import classes from '../settings.module.css'
import { RulesEditor } from './rules-editor.tsx'

const url = z.object({ campaign: z.union([z.uuid(), z.literal('')]).default('') })

function Editor({ campaignId }: { readonly campaignId: string }) {
  const { data: rules } = useSuspenseQuery(rulesQuery(campaignId))
  const { isAdmin, canWrite } = useViewer()
  const mayChange = campaignId === '' ? isAdmin : canWrite
  return <RulesEditor campaignId={campaignId} present={rules} mayChange={mayChange} />
}

/** The rules from answers to statuses: of one campaign, or of those to come. */
export function RulesPart() {
  const { officeId } = useViewer()
  const { state, setState } = useUrlState(url)
  const { data: campaigns } = useQuery(campaignChoicesQuery(officeId))
  const choices = (campaigns?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PartHead title={rulesText.title} advice={rulesText.advice} />
      <div className={classes['filters']}>
        <Select
          label={rulesText.campaign}
          data={[{ value: '', label: rulesText.newCampaigns }, ...choices]}
          value={state.campaign}
          searchable
          allowDeselect={false}
          w={320}
          onChange={(campaign) => {
            setState({ campaign: campaign ?? '' })
          }}
        />
      </div>
      {state.campaign === '' && <p className={classes['muted']}>{rulesText.newAdvice}</p>}
      <LoadingBoundary key={state.campaign} resetKey={state.campaign} skeleton={<TableSkeleton />}>
        <Editor key={state.campaign} campaignId={state.campaign} />
      </LoadingBoundary>
    </>
  )
}
