import { useSuspenseQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import type { LaunchPreview } from '../../../data/bridge/campaign-actions.ts'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { paths } from '../../../lib/paths.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { NumberStat } from '../../../ui/figures/number-stat.tsx'
import { reviewStepText, wizardText } from '../../../ui/text/campaign-wizard.ts'
import { JsonBlock } from '../../../ui/words/json-block.tsx'
import { ChangesSinceCopy } from '../diff/changes-since-copy.tsx'
import { previewQuery } from '../queries.ts'
import { AudienceSources } from './audience-sources.tsx'
import { useDraft } from './draft-context.ts'
import { Exclusions } from './exclusions.tsx'
import { LaunchPanel } from './launch-panel.tsx'
import { TestSend } from './test-send.tsx'
import { stepOfProblem } from './wizard-steps.ts'
import classes from './wizard.module.css'

type ProblemsProps = { readonly campaignId: string; readonly preview: LaunchPreview }

function Problems({ campaignId, preview }: ProblemsProps) {
  if (preview.problems.length === 0) {
    return (
      <p className={classes['fine']}>
        <IconCircleCheck size={16} aria-hidden />
        {reviewStepText.noProblems}
      </p>
    )
  }
  return (
    <section className={classes['section']} aria-label={reviewStepText.problems}>
      <h2>{reviewStepText.problems}</h2>
      <ul className={classes['parts']}>
        {preview.problems.map(({ code, message, hint }) => {
          const step = stepOfProblem(code)
          return (
            <li key={code} className={classes['problem']}>
              <IconAlertTriangle size={16} aria-hidden />
              <div>
                <strong>{message}</strong> {hint}{' '}
                {step !== undefined && (
                  <Link to={paths.editCampaign(campaignId, { step })}>
                    {`${reviewStepText.fix}: ${wizardText.names[step]}`}
                  </Link>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Review({ draft }: { readonly draft: Draft }) {
  const campaignId = draft.campaign.id
  const { data } = useSuspenseQuery(previewQuery(campaignId))
  const { preview, payload } = data
  return (
    <>
      <div className={classes['numbers']}>
        <NumberStat label={reviewStepText.planned} value={preview.planned} />
        <NumberStat
          label={reviewStepText.ready}
          value={preview.ready}
          of={{ value: preview.planned }}
        />
        <NumberStat
          label={reviewStepText.excluded}
          value={preview.planned - preview.ready}
          of={{ value: preview.planned }}
        />
      </div>
      <Problems campaignId={campaignId} preview={preview} />
      <LaunchPanel preview={preview} />
      <AudienceSources sources={preview.sources} />
      <Exclusions campaignId={campaignId} preview={preview} />
      <TestSend campaignId={campaignId} officeId={draft.campaign.officeId} />
      <ChangesSinceCopy draft={draft} />
      <section className={classes['section']} aria-label={reviewStepText.payload}>
        <h2>{reviewStepText.payload}</h2>
        <p className={classes['muted']}>{reviewStepText.payloadNote}</p>
        <JsonBlock label={reviewStepText.payload} value={payload} />
      </section>
    </>
  )
}

/** What a launch would do: who is contacted, who not and why, and exactly what is sent. */
export function ReviewStep() {
  const { draft, store } = useDraft()
  const phase = useStore(store, (state) => state.phase)

  // The preview is the database's: what was entered goes there first.
  useEffect(() => {
    void store.flush()
  }, [store])

  if (phase === 'failed' || phase === 'conflict') {
    return <p className={classes['problem']}>{reviewStepText.notSaved}</p>
  }
  if (phase !== 'saved') return <PanelSkeleton />
  return (
    <LoadingBoundary skeleton={<PanelSkeleton />} resetKey={draft.campaign.id}>
      <Review draft={draft} />
    </LoadingBoundary>
  )
}
