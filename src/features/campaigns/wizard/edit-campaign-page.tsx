import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconRocket } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, useEffect, useMemo, useRef, lazy } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { useStore } from 'zustand'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PageSkeleton, PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { draftQuery } from '../queries.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { DraftContext } from './draft-context.ts'
import { applyEdits, EDIT_GROUPS, editFault } from './draft-edits.ts'
import classes from './edit-campaign-page.module.css'
import { SaveIndicator } from './save-indicator.tsx'
import { StepNav } from './step-nav.tsx'
import { useDraftStore } from './use-draft-store.ts'
import { neighbours, WIZARD_STEPS, type WizardStep, wizardUrl } from './wizard-steps.ts'

/** Each step's code comes when it is first shown. */
const STEPS: Readonly<Record<WizardStep, ComponentType>> = {
  job: lazy(async () => ({ default: (await import('./job-step.tsx')).JobStep })),
  audience: lazy(async () => ({ default: (await import('./audience-step.tsx')).AudienceStep })),
  questions: lazy(async () => ({ default: (await import('./questions-step.tsx')).QuestionsStep })),
  channels: lazy(async () => ({ default: (await import('./channels-step.tsx')).ChannelsStep })),
  prompts: lazy(async () => ({ default: (await import('./prompts-step.tsx')).PromptsStep })),
  review: lazy(async () => ({ default: (await import('./review-step.tsx')).ReviewStep })),
}

/** Which step this is; a new one starts at its top, for eyes and for a screen reader. */
function StepTitle({ step }: { readonly step: WizardStep }) {
  const line = useRef<HTMLParagraphElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    line.current?.focus({ preventScroll: true })
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [step])
  const at = WIZARD_STEPS.indexOf(step) + 1
  return (
    <p ref={line} tabIndex={-1} className={classes['stepTitle']}>
      {`${wizardText.step(at, WIZARD_STEPS.length)} · ${wizardText.names[step]}`}
    </p>
  )
}

/** The ways to the steps beside this one; Ctrl or ⌘ with Enter goes on. */
function StepFoot({
  campaignId,
  step,
}: {
  readonly campaignId: string
  readonly step: WizardStep
}) {
  const { previous, next } = neighbours(step)
  const navigate = useNavigate()
  useHotkeys(
    [
      [
        'mod+Enter',
        () => {
          if (next !== undefined) void navigate(paths.editCampaign(campaignId, { step: next }))
        },
      ],
    ],
    [],
  )
  return (
    <div className={classes['foot']}>
      {previous === undefined ? (
        <span />
      ) : (
        <Button
          component={Link}
          variant="default"
          to={paths.editCampaign(campaignId, { step: previous })}
        >
          {wizardText.previous}
        </Button>
      )}
      {next !== undefined && (
        <Button component={Link} to={paths.editCampaign(campaignId, { step: next })}>
          {wizardText.next}
        </Button>
      )}
    </div>
  )
}

function Wizard({ saved }: { readonly saved: Draft }) {
  const store = useDraftStore(saved)
  const { edits, phase } = useStore(store)
  const { state: url } = useUrlState(wizardUrl)
  const draft = useMemo(() => applyEdits(saved, edits), [saved, edits])
  const work = useMemo(
    () => ({
      draft,
      store,
      editFields: (fields: NonNullable<typeof edits.fields>) => {
        store.edit({ fields })
      },
    }),
    [draft, store],
  )
  // What is only waiting for its pause is saved on the way out; the rest would be lost.
  const stuck = EDIT_GROUPS.some((group) => editFault(edits, group) !== null)
  const { id, name } = draft.campaign
  const Step = STEPS[url.step]
  return (
    <DraftContext value={work}>
      <Page
        header={
          <PageHeader
            title={name.trim() === '' ? wizardText.newTitle : name}
            back={{ label: wizardText.back, href: paths.campaigns() }}
            detail={<SaveIndicator />}
            secondary={<DeleteDraft />}
          />
        }
      >
        <div className={classes['frame']}>
          <StepNav current={url.step} />
          <div className={classes['body']}>
            <ConflictPanel />
            <StepTitle step={url.step} />
            <LoadingBoundary key={url.step} skeleton={<PanelSkeleton />} resetKey={url.step}>
              <Step />
            </LoadingBoundary>
            <StepFoot campaignId={id} step={url.step} />
          </div>
        </div>
      </Page>
      <UnsavedGuard dirty={phase === 'failed' || phase === 'conflict' || stuck} />
    </DraftContext>
  )
}

/** What stands here once somebody launched the draft. */
function Launched({ saved }: { readonly saved: Draft }) {
  return (
    <Page header={<PageHeader title={saved.campaign.name} />}>
      <EmptyState
        icon={IconRocket}
        title={wizardText.launchedTitle}
        advice={wizardText.launchedAdvice}
        action={
          <Button component={Link} to={paths.campaign(saved.campaign.id)}>
            {wizardText.openCampaign}
          </Button>
        }
      />
    </Page>
  )
}

function EditCampaign({ campaignId }: { readonly campaignId: string }) {
  const { data: saved } = useSuspenseQuery(draftQuery(campaignId))
  const { canWrite } = useViewer()
  if (!canWrite) return <Navigate to={paths.campaign(campaignId, { tab: 'setup' })} replace />
  if (saved.campaign.state !== 'draft') return <Launched saved={saved} />
  return <Wizard key={campaignId} saved={saved} />
}

/** The wizard: every step of a draft by its own address, saved while it is written. */
export function EditCampaignPage() {
  const { campaignId = '' } = useParams()
  return (
    <LoadingBoundary skeleton={<PageSkeleton />} resetKey={campaignId}>
      <EditCampaign campaignId={campaignId} />
    </LoadingBoundary>
  )
}
