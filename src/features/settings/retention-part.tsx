import { Button, NumberInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { frontend } from '../../data/frontend/browser-client.ts'
import {
  confirmRetention,
  DEFAULT_RETENTION,
  previewRetention,
  type RetentionPeriods,
  type RetentionPreview,
  turnOffRetention,
} from '../../data/frontend/retention.ts'
import { paths } from '../../lib/paths.ts'
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.tsx'
import { retentionText } from '../../ui/text/settings.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { usePhoneFormat } from '../../ui/words/phone-format.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { PartHead } from './part-head.tsx'
import { retentionQuery } from './queries.ts'
import classes from './settings.module.css'

/** What would go now, in numbers and with the first of it by name. */
function Preview({ preview }: { readonly preview: RetentionPreview }) {
  const { conversations, people } = preview
  const phoneWords = usePhoneFormat()
  return (
    <section aria-label={retentionText.wouldGo}>
      <h2>{retentionText.wouldGo}</h2>
      {conversations.count + people.count === 0 && <p>{retentionText.nothing}</p>}
      {conversations.count > 0 && (
        <>
          <p>
            <strong>{retentionText.conversations(conversations.count)}</strong>{' '}
            {retentionText.withThem(conversations.messages, conversations.calls)}
          </p>
          <ul className={classes['plain']}>
            {conversations.examples.map(({ campaignId, name, finishedAt, count }) => (
              <li key={campaignId}>
                <Link to={paths.campaign(campaignId)}>{name}</Link>
                <span>
                  {retentionText.conversations(count)}, {retentionText.ended}{' '}
                  <RelativeTime at={finishedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.count > 0 && (
        <>
          <p>
            <strong>{retentionText.people(people.count)}</strong>
          </p>
          <ul className={classes['plain']}>
            {people.examples.map(({ personId, name, phone, lastActiveAt }) => (
              <li key={personId}>
                <Link to={paths.person(personId)}>{name || phoneWords(phone ?? '')}</Link>
                <span>
                  {retentionText.lastActive} <RelativeTime at={lastActiveAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** How long things are kept: seen first, then confirmed. */
export function RetentionPart() {
  const { isAdmin } = useViewer()
  const client = useQueryClient()
  const { data: present } = useSuspenseQuery(retentionQuery)
  const [periods, setPeriods] = useState<RetentionPeriods>(present ?? DEFAULT_RETENTION)
  const [seen, setSeen] = useState<RetentionPreview | null>(null)
  const [asks, setAsks] = useState(false)
  const [changed, setChanged] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: retentionQuery.queryKey })
  const preview = useMutation({
    mutationFn: () => previewRetention(frontend(), periods),
    onSuccess: (answer) => {
      setSeen(answer)
      setChanged(false)
    },
  })
  const confirm = useMutation({
    mutationFn: async (looked: RetentionPreview) => {
      const answer = await confirmRetention(frontend(), periods, looked)
      setChanged(answer.result === 'changed')
      setSeen(answer.result === 'changed' ? answer.preview : null)
    },
    onSuccess: refresh,
  })
  const turnOff = useMutation({
    mutationFn: () => turnOffRetention(frontend()),
    onSuccess: refresh,
    meta: { done: retentionText.turnedOff },
  })
  const kept = present ?? DEFAULT_RETENTION
  const dirty = (['conversationMonths', 'inactiveMonths'] as const).some(
    (field) => periods[field] !== kept[field],
  )
  const fields = [
    { field: 'conversationMonths', label: retentionText.conversationMonths },
    { field: 'inactiveMonths', label: retentionText.inactiveMonths },
  ] as const
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
      <form
        onSubmit={(event) => {
          event.preventDefault()
          preview.mutate()
        }}
      >
        {fields.map(({ field, label }) => (
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
              setPeriods((before) => ({ ...before, [field]: Number(value) }))
              setSeen(null)
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
      {changed && (
        <div className={classes['notice']}>
          <Notice tone="amber" icon={IconAlertTriangle} title={retentionText.changed} />
        </div>
      )}
      {seen !== null && (
        <>
          <Preview preview={seen} />
          <Button
            mt="md"
            color="red.9"
            loading={confirm.isPending}
            onClick={() => {
              setAsks(true)
            }}
          >
            {retentionText.confirm}
          </Button>
          <ConfirmDialog
            opened={asks}
            title={retentionText.confirmTitle}
            confirmLabel={retentionText.confirm}
            danger
            onConfirm={() => confirm.mutateAsync(seen)}
            onClose={() => {
              setAsks(false)
            }}
          >
            <p>
              {retentionText.conversations(seen.conversations.count)},{' '}
              {retentionText.people(seen.people.count)}. {retentionText.confirmAdvice}
            </p>
          </ConfirmDialog>
        </>
      )}
    </section>
  )
}
