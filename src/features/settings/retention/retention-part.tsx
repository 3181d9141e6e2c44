import { Button, NumberInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { retentionText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { PartHead } from '../part-head.tsx'
import classes from '../settings.module.css'
import { RetentionPreviewView } from './retention-preview-view.tsx'
import { useRetention } from './use-retention.ts'

type Retention = ReturnType<typeof useRetention>

const FIELDS = [
  { field: 'conversationMonths', label: retentionText.conversationMonths },
  { field: 'inactiveMonths', label: retentionText.inactiveMonths },
] as const

/** The periods, which are looked at before they hold. */
function PeriodsForm({ present, periods, change, preview, turnOff }: Retention) {
  const { isAdmin } = useViewer()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        preview.mutate()
      }}
    >
      {FIELDS.map(({ field, label }) => (
        <NumberInput
          key={field}
          label={label}
          value={periods[field]}
          min={1}
          max={120}
          allowDecimal={false}
          disabled={!isAdmin}
          mb="sm"
          maw={440}
          onChange={(value) => {
            change({ ...periods, [field]: Number(value) })
          }}
        />
      ))}
      {isAdmin && (
        <div className={classes['line']}>
          <Button type="submit" variant="default" loading={preview.isPending}>
            {retentionText.preview}
          </Button>
          {present?.enabled === true && (
            <Button
              variant="default"
              loading={turnOff.isPending}
              onClick={() => {
                turnOff.mutate()
              }}
            >
              {retentionText.turnOff}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

/** How long things are kept: seen first, then confirmed. */
export function RetentionPart() {
  const retention = useRetention()
  const { present, dirty, seen, changed, confirm } = retention
  return (
    <section className={classes['section']} aria-label={retentionText.title}>
      <PartHead title={retentionText.title} advice={retentionText.advice} />
      <UnsavedGuard dirty={dirty} />
      <p role="status" className={classes['state']}>
        {present?.enabled === true ? (
          <>
            {retentionText.onSince} <RelativeTime at={present.confirmedAt} />
          </>
        ) : (
          retentionText.off
        )}
      </p>
      <PeriodsForm {...retention} />
      {changed && (
        <div className={classes['notice']}>
          <Notice tone="amber" icon={IconAlertTriangle} title={retentionText.changed} />
        </div>
      )}
      {seen !== null && (
        <>
          <RetentionPreviewView preview={seen} />
          <ConfirmButton
            label={retentionText.confirm}
            title={retentionText.confirmTitle}
            variant="filled"
            color="red.9"
            mt="md"
            danger
            onConfirm={() => confirm.mutateAsync(seen)}
          >
            <p>
              {retentionText.conversations(seen.conversations.count)},{' '}
              {retentionText.people(seen.people.count)}. {retentionText.confirmAdvice}
            </p>
          </ConfirmButton>
        </>
      )}
    </section>
  )
}
