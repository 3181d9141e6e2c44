import { Alert, Button, Select, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconBriefcase } from '@tabler/icons-react'
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { z } from 'zod'
import { createDraft, type NewDraft } from '../../../data/frontend/campaign-drafts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { saveCampaign } from '../../../data/frontend/campaigns.ts'
import type { Job } from '../../../data/frontend/jobs.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { AFTER_SAVE, UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { jobStepText, wizardText } from '../../../ui/text/campaign-wizard.ts'
import { segmentAudienceText } from '../../../ui/text/segments.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { MAX_NAME_LENGTH, newDraft } from '../../../data/frontend/new-draft.ts'
import { jobChoicesQuery, jobQuery, segmentsQuery } from '../../../data/frontend/shared-queries.ts'
import { draftQuery } from '../queries.ts'

const newCampaignUrl = z.object({
  /** The id of the chosen job. */
  job: z.union([z.literal(''), z.uuid()]).default(''),
  /** The id of a saved segment that the audience begins with. */
  segment: z.union([z.literal(''), z.uuid()]).default(''),
})

/** What a campaign for this job is called until somebody says otherwise: "Plumber - London". */
function usualName(job: Job | undefined): string {
  if (job === undefined) return ''
  const name = job.location === '' ? job.title : `${job.title} - ${job.location}`
  return name.slice(0, MAX_NAME_LENGTH)
}

function jobLabel({ title, company, location }: Job): string {
  return [title, company, location].filter((part) => part !== '').join(' · ')
}

type Start = {
  readonly jobId: string
  readonly draft: NewDraft
  /** Empty for none. */
  readonly segmentId: string
}

/** Makes the draft and opens its wizard. Sent again after a lost answer, it is the same draft. */
function useCreateDraft() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async ({ jobId, draft, segmentId }: Start) => {
      const made = await createDraft(frontend(), jobId, draft)
      if (segmentId === '') return made
      const audience = { ...made.campaign.audience, segmentIds: [segmentId] }
      return { ...made, campaign: await saveCampaign(frontend(), made.campaign, { audience }) }
    },
    meta: { failed: jobStepText.createFailed },
    onSuccess: async (draft) => {
      queries.setQueryData(draftQuery(draft.campaign.id).queryKey, draft)
      await queries.invalidateQueries({ queryKey: queryKeys.campaigns() })
      await navigate(paths.editCampaign(draft.campaign.id, { step: 'audience' }), {
        replace: true,
        state: AFTER_SAVE,
      })
    },
  })
}

function NewCampaignForm() {
  const { state: url, setState } = useUrlState(newCampaignUrl)
  const { officeId } = useViewer()
  const [search, setSearch] = useState('')
  const [typed, setTyped] = useState<string>()
  const segments = useQuery({ ...segmentsQuery(), enabled: url.segment !== '' }).data
  const segment = segments?.find(({ id }) => id === url.segment)
  // What an office shares finds its people only.
  const jobOffice = segment?.shared === true ? segment.officeId : officeId
  const { data: first } = useSuspenseQuery(jobChoicesQuery('', jobOffice))
  const { data: found = first } = useQuery({
    ...jobChoicesQuery(search, jobOffice),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({ ...jobQuery(url.job), enabled: url.job !== '' }).data
  const name = typed ?? usualName(chosen)
  const made = useRef<Start>(undefined)
  const create = useCreateDraft()

  if (first.total === 0) {
    return (
      <EmptyState
        icon={IconBriefcase}
        title={jobStepText.noJobTitle}
        advice={jobStepText.noJobAdvice}
        action={
          <Button component={Link} to={paths.jobs()}>
            {jobStepText.openJobs}
          </Button>
        }
      />
    )
  }

  const jobs =
    chosen === undefined || found.items.some(({ id }) => id === chosen.id)
      ? found.items
      : [chosen, ...found.items]
  const ready = url.job !== '' && name.trim() !== ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!ready || create.isPending) return
    const same = made.current?.jobId === url.job && made.current.draft.name === name.trim()
    if (!same) {
      const segmentId = segment?.id ?? ''
      made.current = { jobId: url.job, draft: newDraft(name.trim()), segmentId }
    }
    if (made.current !== undefined) create.mutate(made.current)
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        {segment !== undefined && (
          <Alert icon={<IconBookmark size={16} aria-hidden />}>
            {segmentAudienceText.begins(segment.name)}
          </Alert>
        )}
        <Select
          label={jobStepText.job}
          description={jobStepText.jobAdvice}
          placeholder={jobStepText.jobPlaceholder}
          data={jobs.map((job) => ({ value: job.id, label: jobLabel(job) }))}
          value={url.job === '' ? null : url.job}
          onChange={(job) => {
            setState({ job: job ?? '' }, { replace: true })
          }}
          searchable
          onSearchChange={(text) => {
            // The label of what is chosen is no search.
            setSearch(chosen !== undefined && text === jobLabel(chosen) ? '' : text)
          }}
          filter={({ options }) => options}
          data-autofocus
        />
        <TextInput
          label={jobStepText.name}
          description={jobStepText.nameAdvice}
          value={name}
          maxLength={MAX_NAME_LENGTH}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
          error={typed?.trim() === '' ? jobStepText.nameMissing : undefined}
        />
        <div>
          <Button type="submit" disabled={!ready} loading={create.isPending}>
            {jobStepText.create}
          </Button>
        </div>
      </Stack>
      <UnsavedGuard dirty={typed !== undefined && typed !== ''} />
    </form>
  )
}

/** The wizard's first step: a job and a name make the draft; the rest is written into it. */
export function NewCampaignPage() {
  const { canWrite } = useViewer()
  return (
    <Page
      layout="narrow"
      header={
        <PageHeader
          title={wizardText.newTitle}
          back={{ label: wizardText.back, href: paths.campaigns() }}
        />
      }
    >
      {canWrite ? (
        <LoadingBoundary skeleton={<PanelSkeleton />}>
          <NewCampaignForm />
        </LoadingBoundary>
      ) : (
        <Alert>{wizardText.viewer}</Alert>
      )}
    </Page>
  )
}
