import { Button, Group, Stack, TagsInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import { bulkDialogText } from '../../../ui/text/board-bulk.ts'
import { boardTagsQuery } from '../queries.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'

const MAX_TAG_LENGTH = 60

const tidy = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.trim().slice(0, MAX_TAG_LENGTH)).filter((tag) => tag !== '')),
]

/** So many of the tags in use are offered; the input takes any. */
const MOST_OFFERED = 12

type TagButtonsProps = {
  readonly label: string
  readonly tags: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** Tags that are turned on and off. */
function TagButtons({ label, tags, chosen, onChange }: TagButtonsProps) {
  if (tags.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={label}>
      {tags.map((tag) => {
        const isOn = chosen.includes(tag)
        return (
          <Button
            key={tag}
            size="compact-sm"
            variant={isOn ? 'light' : 'default'}
            aria-pressed={isOn}
            onClick={() => {
              onChange(isOn ? chosen.filter((each) => each !== tag) : [...chosen, tag])
            }}
          >
            {tag}
          </Button>
        )
      })}
    </Group>
  )
}

type TagsDialogProps = {
  readonly jobId: string
  readonly who: string
  /** The tags that are there to take away; of several people, of the board. */
  readonly present: readonly string[] | null
  readonly onChange: (change: CardsChange) => void
  readonly onClose: () => void
}

/** Asks which tags come and which go. */
export function TagsDialog({ jobId, who, present, onChange, onClose }: TagsDialogProps) {
  const tags = useQuery({ ...boardTagsQuery(jobId), throwOnError: false }).data ?? []
  const known = tags.map(({ tag }) => tag)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const removable = present ?? known
  return (
    <FormDialog
      title={bulkDialogText.tagsTitle(who)}
      submitLabel={bulkDialogText.save}
      disabled={add.length + remove.length === 0}
      onClose={onClose}
      onSubmit={() => {
        onChange({ addTags: add, removeTags: remove.filter((tag) => !add.includes(tag)) })
      }}
    >
      <Stack gap="xs">
        {/* No list that drops over the form's button: the tags in use stand below. */}
        <TagsInput
          label={bulkDialogText.addTags}
          placeholder={add.length === 0 ? bulkDialogText.addTagsHint : ''}
          value={add}
          acceptValueOnBlur
          data-autofocus
          onChange={(value) => {
            setAdd(tidy(value))
          }}
        />
        <TagButtons
          label={bulkDialogText.tagsInUse}
          tags={known.slice(0, MOST_OFFERED)}
          chosen={add}
          onChange={setAdd}
        />
        {removable.length > 0 && (
          <>
            <Text size="sm" fw={500} mt="sm">
              {bulkDialogText.removeTags}
            </Text>
            <TagButtons
              label={bulkDialogText.removeTags}
              tags={removable}
              chosen={remove}
              onChange={setRemove}
            />
          </>
        )}
      </Stack>
    </FormDialog>
  )
}
