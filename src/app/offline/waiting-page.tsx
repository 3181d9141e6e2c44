import { Button } from '@mantine/core'
import { IconCircleCheck, IconSend } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import type { KeptWrite } from '../../domain/offline/kept-write.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { outboxText } from '../../ui/text/offline.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { useRuntime } from '../runtime.ts'
import { useOnline } from '../shell/use-online.ts'
import { presentWords, wishWords } from './kept-words.ts'
import classes from './waiting-page.module.css'

type WaitingProps = {
  readonly write: KeptWrite
  /** One about the same row stands before it and needs a decision. */
  readonly held: boolean
}

function Waiting({ write, held }: WaitingProps) {
  const { outbox } = useRuntime().offline
  const { id, label, href, writtenAt, refusal } = write
  const present = presentWords(write)
  return (
    <li className={classes['write']} data-refused={refusal !== null || undefined}>
      <div className={classes['words']}>
        <h2>
          <Link to={href}>{label}</Link>
        </h2>
        <p>
          {refusal?.title ?? (held ? outboxText.held : outboxText.mark)} ·{' '}
          <RelativeTime at={new Date(writtenAt).toISOString()} />
        </p>
        {refusal !== null && <p>{refusal.advice}</p>}
        <dl>
          <dt>{outboxText.mine}</dt>
          <dd>{wishWords(write)}</dd>
          {present !== undefined && (
            <>
              <dt>{outboxText.presentTitle}</dt>
              <dd>{present}</dd>
            </>
          )}
        </dl>
      </div>
      <div className={classes['actions']}>
        {refusal !== null && (
          <Button variant="default" onClick={() => void outbox.insist(id)}>
            {refusal.kind === 'conflict' ? outboxText.insist : outboxText.again}
          </Button>
        )}
        <Button variant="subtle" color="red" onClick={() => void outbox.discard(id)}>
          {outboxText.discard}
        </Button>
      </div>
    </li>
  )
}

/** What was written without a network and is not sent yet. */
export function WaitingPage() {
  const { outbox } = useRuntime().offline
  const writes = useStore(outbox, (state) => state.writes)
  const sending = useStore(outbox, (state) => state.sending)
  const online = useOnline()
  const sendable = writes.some(({ refusal }) => refusal === null)
  return (
    <Page
      layout="narrow"
      header={
        <PageHeader
          title={outboxText.title}
          detail={writes.length > 0 ? outboxText.lead : undefined}
          action={
            sendable ? (
              <Button
                leftSection={<IconSend size={16} aria-hidden />}
                loading={sending}
                disabled={!online}
                onClick={() => void outbox.flush()}
              >
                {outboxText.send}
              </Button>
            ) : undefined
          }
        />
      }
    >
      {writes.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={outboxText.none} advice={outboxText.noneAdvice} />
      ) : (
        <ol className={classes['list']}>
          {writes.map((write, at) => (
            <Waiting
              key={write.id}
              write={write}
              held={writes
                .slice(0, at)
                .some((each) => each.refusal !== null && each.subjectId === write.subjectId)}
            />
          ))}
        </ol>
      )}
    </Page>
  )
}
