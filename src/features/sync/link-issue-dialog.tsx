import { Button, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { SyncIssue } from '../../data/frontend/issue-entries.ts'
import { syncText } from '../../ui/text/sync.ts'
import { usePhoneFormat } from '../../ui/words/phone-format.ts'
import { recipientSearchQuery, suggestionsQuery, useResolveIssue } from './queries.ts'
import classes from './sync.module.css'

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
  const resolve = useResolveIssue()
  const phoneWords = usePhoneFormat()
  return (
    <Modal opened onClose={onClose} title={syncText.linkTitle}>
      <p>{issue.summary}</p>
      {suggested.length > 0 && asked.trim().length < 2 && (
        <section aria-label={syncText.suggested}>
          <strong>{syncText.suggested}</strong>
          <p className={classes['label']}>{syncText.suggestedNote}</p>
          <ul className={classes['found']}>
            {suggested.map((recipient) => (
              <li key={recipient.id}>
                <Button
                  fullWidth
                  variant="default"
                  justify="space-between"
                  loading={resolve.isPending}
                  rightSection={`${recipient.campaign} · ${syncText.suggestedWhy[recipient.why]}`}
                  onClick={() => {
                    resolve.mutate(
                      { issueId: issue.id, recipientId: recipient.id },
                      { onSuccess: onClose },
                    )
                  }}
                >
                  {recipient.name} {phoneWords(recipient.phone ?? '')}
                </Button>
              </li>
            ))}
          </ul>
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
      <ul className={classes['found']}>
        {found?.map((recipient) => (
          <li key={recipient.id}>
            <Button
              fullWidth
              variant="default"
              justify="space-between"
              loading={resolve.isPending}
              rightSection={recipient.campaign}
              onClick={() => {
                resolve.mutate(
                  { issueId: issue.id, recipientId: recipient.id },
                  { onSuccess: onClose },
                )
              }}
            >
              {recipient.name} {phoneWords(recipient.phone ?? '')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
