import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SeenCard } from '../../../data/frontend/cards.ts'
import { MAX_NAME_LENGTH } from '../../../data/frontend/new-draft.ts'
import { draftsQuery } from '../../../data/frontend/shared-queries.ts'
import { bulkDialogText } from '../../../ui/text/board-bulk.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { useAddToCampaign } from './use-add-to-campaign.ts'

const NEW = 'new'

type CampaignDialogProps = {
  readonly jobId: string
  readonly officeId: string
  readonly who: string
  readonly targets: readonly SeenCard[]
  readonly onNote: (note: string) => void
  readonly onAdded: () => void
  readonly onClose: () => void
}

/** Asks for the draft whose audience people join; a new one is made on the way. */
export function CampaignDialog(props: CampaignDialogProps) {
  const { jobId, officeId, targets, onNote, onAdded, onClose } = props
  const { data, isPending } = useQuery({ ...draftsQuery(officeId), throwOnError: false })
  const drafts = data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  // The drafts of this job come first, and the newest of them is most likely meant.
  const sorted = drafts.toSorted((a, b) => Number(b.jobId === jobId) - Number(a.jobId === jobId))
  const draftId = chosen ?? sorted.find((draft) => draft.jobId === jobId)?.id ?? NEW
  const people = targets.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const add = useAddToCampaign({ jobId, onNote, onDone: onAdded })
  const isNew = draftId === NEW
  // What is chosen must not change under the hands of who types already.
  if (isPending) return null
  return (
    <FormDialog
      title={bulkDialogText.campaignTitle(props.who)}
      submitLabel={bulkDialogText.add}
      saving={add.isPending}
      disabled={people.length === 0 || (isNew && name.trim() === '')}
      onClose={onClose}
      onSubmit={() => {
        const draft = sorted.find(({ id }) => id === draftId)
        add.mutate({ people, draft: draft ?? { name: name.trim() } })
      }}
    >
      <Stack gap="md">
        <Select
          label={bulkDialogText.draft}
          description={bulkDialogText.campaignHint}
          inputWrapperOrder={['label', 'input', 'description']}
          data={[
            ...sorted.map((draft) => ({ value: draft.id, label: draft.name })),
            { value: NEW, label: bulkDialogText.newDraft },
          ]}
          value={draftId}
          searchable={sorted.length > 8}
          allowDeselect={false}
          data-autofocus
          onChange={setChosen}
        />
        {isNew && (
          <TextInput
            label={bulkDialogText.name}
            placeholder={bulkDialogText.nameHint}
            value={name}
            maxLength={MAX_NAME_LENGTH}
            onChange={(event) => {
              setName(event.currentTarget.value)
            }}
          />
        )}
        {people.length < targets.length && (
          <Text size="sm">{bulkDialogText.noPhone(targets.length - people.length)}</Text>
        )}
      </Stack>
    </FormDialog>
  )
}
