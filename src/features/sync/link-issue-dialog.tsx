import { Button, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { SyncIssue } from '../../data/frontend/issue-entries.ts'
import { syncText } from '../../ui/text/sync.ts'
import { usePhoneFormat } from '../../ui/words/phone-format.ts'
import { recipientSearchQuery, suggestionsQuery, useResolveIssue } from './queries.ts'
import classes from './sync.module.css'

type FoundProps = {
  readonly recipients: readonly {
    readonly id: string
    readonly name: string
    readonly phone: string | null
    /** Their campaign, and what else tells them apart. */
    readonly from: string
  }[]
  readonly issueId: string
  readonly onLinked: () => void
}

/** Recipients to choose from; choosing one links the conversation to them. */
function Found({ recipients, issueId, onLinked }: FoundProps) {
  const resolve = useResolveIssue()
  const phoneWords = usePhoneFormat()
  return (
    <ul className={classes['found']}>
      {recipients.map(({ id, name, phone, from }) => (
        <li key={id}>
          <Button
            fullWidth
            variant="default"
            justify="space-between"
            loading={resolve.isPending}
            rightSection={from}
            onClick={() => {
              resolve.mutate({ issueId, recipientId: id }, { onSuccess: onLinked })
            }}
          >
            {name} {phoneWords(phone ?? '')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Chooses the recipient that a conversation belongs to. */
export function LinkIssueDialog({
  issue,
  onClose,
}: {
  readonly issue: SyncIssue
  readonly onClose: () => void
}) {
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search)
  const { data: found } = useQuery(recipientSearchQuery(asked))
  const { data: suggested = [] } = useQuery(suggestionsQuery(issue.id))
  return (
    <Modal opened onClose={onClose} title={syncText.linkTitle}>
      <p>{issue.summary}</p>
      {suggested.length > 0 && asked.trim().length < 2 && (
        <section aria-label={syncText.suggested}>
          <strong>{syncText.suggested}</strong>
          <p className={classes['label']}>{syncText.suggestedNote}</p>
          <Found
            recipients={suggested.map(({ campaign, why, ...recipient }) => ({
              ...recipient,
              from: `${campaign} · ${syncText.suggestedWhy[why]}`,
            }))}
            issueId={issue.id}
            onLinked={onClose}
          />
        </section>
      )}
      <TextInput
        data-autofocus
        label={syncText.linkSearch}
        description={syncText.linkAdvice}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
        }}
      />
      {found?.length === 0 && <p className={classes['label']}>{syncText.linkNone}</p>}
      <Found
        recipients={(found ?? []).map(({ campaign, ...recipient }) => ({
          ...recipient,
          from: campaign,
        }))}
        issueId={issue.id}
        onLinked={onClose}
      />
    </Modal>
  )
}
