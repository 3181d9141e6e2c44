import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { TickPreview } from '../../data/bridge/sync-actions.ts'
import { paths } from '../../lib/paths.ts'
import { ErrorState } from '../../ui/feedback/error-state.tsx'
import { StatusBadge } from '../../ui/status/status-badge.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { usePreviewSync } from './queries.ts'
import classes from './sync.module.css'

function Outcome({ preview }: { readonly preview: TickPreview }) {
  if (preview.result === 'conflict') return <p>{syncText.dryRunConflict}</p>
  const { changes, setAside } = preview
  const isEmpty =
    changes.count + preview.cards + preview.messages + preview.calls + setAside.length === 0
  return (
    <>
      <p>
        {isEmpty && `${syncText.dryRunNone} `}
        {preview.read > 0 &&
          syncText.dryRunRead(preview.read, preview.matched, preview.unmatched)}{' '}
        {!isEmpty && syncText.dryRunRecords(preview.messages, preview.calls, preview.cards)}{' '}
        {preview.more && syncText.dryRunMore}
      </p>
      {changes.count > 0 && (
        <>
          <h3>{syncText.dryRunStatuses(changes.count)}</h3>
          <ul className={classes['changes']}>
            {changes.items.map(({ recipientId, name, campaign, from, to }) => (
              <li key={recipientId}>
                <Link to={paths.conversation(recipientId)}>{name}</Link>
                <span className={classes['label']}>{campaign}</span>
                <span>
                  {from === null ? syncText.noStatus : <StatusBadge status={from} />} →{' '}
                  <StatusBadge status={to} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {setAside.length > 0 && (
        <>
          <h3>{syncText.dryRunAside}</h3>
          <ul>
            {setAside.map(({ kind, summary }, index) => (
              <li key={index}>
                {syncText.kinds[kind] ?? kind}: {summary}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes['label']}>{syncText.dryRunNote}</p>
    </>
  )
}

/** What the next tick would change, worked out and taken back. */
export function DryRun() {
  const { canWrite } = useViewer()
  const preview = usePreviewSync()
  if (!canWrite) return null
  return (
    <section className={classes['section']} aria-label={syncText.dryRunTitle}>
      <Button
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        loading={preview.isPending}
        onClick={() => {
          preview.mutate()
        }}
      >
        {syncText.dryRun}
      </Button>
      <div role="status" className={classes['outcome']}>
        {preview.isSuccess && <Outcome preview={preview.data} />}
      </div>
      {preview.isError && (
        <ErrorState
          error={preview.error}
          onRetry={() => {
            preview.mutate()
          }}
        />
      )}
    </section>
  )
}
