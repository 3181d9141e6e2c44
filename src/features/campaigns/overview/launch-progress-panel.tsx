import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { paths } from '../../../lib/paths.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { ProgressCount } from '../../../ui/figures/progress-count.tsx'
import { campaignPageText, progressText } from '../../../ui/text/campaign-page.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { deliveryCodeWords } from '../delivery-reason.ts'
import type { LaunchProgress } from './launch-progress.ts'
import classes from './overview.module.css'

const DecideDialog = lazy(async () => ({
  default: (await import('./decide-dialog.tsx')).DecideDialog,
}))

const NOTES = {
  sending: progressText.keepsGoing,
  retrying: progressText.keepsGoing,
  held: progressText.held,
  paused: progressText.paused,
  scheduled: progressText.scheduled,
} as const

/** What went wrong at the last attempt and what to do, and when the next one is. */
function Fault({ code, nextAttemptAt }: Pick<LaunchProgress, 'code' | 'nextAttemptAt'>) {
  if (code === null && nextAttemptAt === null) return null
  return (
    <div className={classes['fault']} role="status">
      <IconAlertTriangle size={16} aria-hidden className={classes['warning']} />
      {code !== null && <span>{deliveryCodeWords(code).full}</span>}
      {nextAttemptAt !== null && (
        <span className={classes['muted']}>
          {progressText.nextTry} <RelativeTime at={nextAttemptAt} />
        </span>
      )}
    </div>
  )
}

/** People of whom nobody knows whether they were contacted; a person decides. */
function Undecided({ campaign, count }: { readonly campaign: Campaign; readonly count: number }) {
  const [asks, setAsks] = useState(false)
  const { canWrite } = useViewer()
  return (
    <div className={classes['line']}>
      <IconAlertTriangle size={16} aria-hidden className={classes['warning']} />
      <Link to={paths.campaign(campaign.id, { reason: 'needs_decision' })}>
        {progressText.undecided(count)}
      </Link>
      {canWrite && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            setAsks(true)
          }}
        >
          {campaignPageText.decide(count)}
        </Button>
      )}
      {asks && (
        <Suspense fallback={null}>
          <DecideDialog
            campaign={campaign}
            count={count}
            onClose={() => {
              setAsks(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

type LaunchProgressPanelProps = {
  readonly campaign: Campaign
  readonly progress: LaunchProgress
}

/** How far sending is and what it waits for. Read from the database, so it survives closing the tab. */
export function LaunchProgressPanel({ campaign, progress }: LaunchProgressPanelProps) {
  const { phase, done, total, code, nextAttemptAt, doubt, unseen, undecided, sendingPaused } =
    progress
  if (phase === 'settled' && unseen === 0 && undecided === 0) return null
  return (
    <section className={classes['progress']} aria-label={progressText.sending}>
      {sendingPaused !== null && (
        <Notice tone="amber" icon={IconAlertTriangle} title={progressText.sendingPaused}>
          {progressText.sendingPausedAdvice(sendingPaused)}
        </Notice>
      )}
      {phase !== 'settled' && (
        <ProgressCount
          label={
            phase === 'sending' || phase === 'retrying' ? progressText.sending : progressText.stands
          }
          done={done}
          total={total}
          note={NOTES[phase]}
        />
      )}
      <Fault code={code} nextAttemptAt={nextAttemptAt} />
      {unseen > 0 && <Fault code={doubt} nextAttemptAt={null} />}
      {unseen > 0 && <p className={classes['note']}>{progressText.unseen(unseen)}</p>}
      {undecided > 0 && <Undecided campaign={campaign} count={undecided} />}
    </section>
  )
}
