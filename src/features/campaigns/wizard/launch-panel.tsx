import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { LaunchPreview } from '../../../data/bridge/campaign-actions.ts'
import { reviewStepText } from '../../../ui/text/campaign-wizard.ts'
import { useHasNetwork } from '../../../ui/offline/online-context.ts'
import { outboxText } from '../../../ui/text/offline.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { useNow } from '../../../ui/words/use-now.ts'
import { exclusionWords } from '../delivery-reason.ts'
import { type AudienceChange, parseAudienceChange } from './audience-change.ts'
import { useDraft } from './draft-context.ts'
import { useLaunch } from './use-launch.ts'
import classes from './wizard.module.css'

function labelOf(key: string): string {
  if (key === 'planned' || key === 'ready') return reviewStepText[key]
  return exclusionWords(key).short
}

/** What changed since the recruiter looked, in numbers. */
function Changed({ change }: { readonly change: AudienceChange }) {
  const { planned, ready, ...excluded } = change.difference
  const lines = Object.entries({ planned, ready, ...excluded }).flatMap(([key, numbers]) =>
    numbers === undefined ? [] : [[key, numbers] as const],
  )
  return (
    <div className={classes['problem']} role="alert">
      <div>
        <strong>{reviewStepText.changedTitle}</strong>
        <p>{reviewStepText.changedAdvice}</p>
        {lines.length === 0 && <p>{reviewStepText.changedSame}</p>}
        <ul>
          {lines.map(([key, { seen, now }]) => (
            <li key={key}>{reviewStepText.change(labelOf(key), seen, now)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, advice } = describeError(error)
  return (
    <div className={classes['problem']} role="alert">
      <div>
        <strong>{reviewStepText.failed}</strong>
        <p>{`${title}. ${advice}`}</p>
      </div>
    </div>
  )
}

/** The launch: to exactly those who were looked at. */
export function LaunchPanel({ preview }: { readonly preview: LaunchPreview }) {
  const { campaign } = useDraft().draft
  const launch = useLaunch(campaign.id)
  const change = launch.isError ? parseAudienceChange(launch.error) : null
  const ready = preview.ready > 0 && preview.problems.length === 0
  const cut = !useHasNetwork()
  const now = useNow()
  const later = campaign.startsAt !== null && Date.parse(campaign.startsAt) > now
  return (
    <section className={classes['section']}>
      {change !== null && <Changed change={change} />}
      {launch.isError && change === null && <Failed error={launch.error} />}
      <div className={classes['line']}>
        <Button
          size="md"
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!ready || cut}
          loading={launch.isPending}
          onClick={() => {
            launch.mutate(preview.hash)
          }}
        >
          {reviewStepText.launch(preview.ready)}
        </Button>
        <span className={classes['muted']}>
          {cut && <span role="status">{`${outboxText.needsNetwork} `}</span>}
          {later && campaign.startsAt !== null
            ? reviewStepText.scheduledNote(formatMoment(new Date(campaign.startsAt)))
            : reviewStepText.launchNote}
        </span>
      </div>
    </section>
  )
}
