import { Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import { bulkDialogText } from '../../../ui/text/board-bulk.ts'
import { boardTagsQuery } from '../queries.ts'
import { FormDialog } from './form-dialog.tsx'

const MAX_TAG_LENGTH = 60

const tidy = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.trim().slice(0, MAX_TAG_LENGTH)).filter((tag) => tag !== '')),
]

type TagsDialogProps = {
  readonly jobId: string
  readonly count: number
  /** The tags that are there to take away; of several people, of the board. */
  readonly present: readonly string[] | null
  readonly onChange: (change: CardsChange) => void
  readonly onClose: () => void
}

/** Asks which tags come and which go. */
export function TagsDialog({ jobId, count, present, onChange, onClose }: TagsDialogProps) {
  const tags = useQuery({ ...boardTagsQuery(jobId), throwOnError: false }).data ?? []
  const known = tags.map(({ tag }) => tag)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const removable = present ?? known
  return (
    <FormDialog
      title={bulkDialogText.tagsTitle(count)}
      submitLabel={bulkDialogText.save}
      disabled={add.length + remove.length === 0}
      onClose={onClose}
      onSubmit={() => {
        onChange({ addTags: add, removeTags: remove.filter((tag) => !add.includes(tag)) })
      }}
    >
      <Stack gap="md">
        <TagsInput
          label={bulkDialogText.addTags}
          placeholder={add.length === 0 ? bulkDialogText.addTagsHint : ''}
          data={known}
          value={add}
          acceptValueOnBlur
          data-autofocus
          onChange={(value) => {
            setAdd(tidy(value))
          }}
        />
        {removable.length > 0 && (
          <TagsInput
            label={bulkDialogText.removeTags}
            data={[...removable]}
            value={remove}
            onChange={(value) => {
              setRemove(value.filter((tag) => removable.includes(tag)))
            }}
          />
        )}
      </Stack>
    </FormDialog>
  )
}
