import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { segmentText } from '../../../ui/text/segments.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { type SavedSegment, useSaveSegment } from './segment-queries.ts'

const MAX_NAME_LENGTH = 80

type SegmentDialogProps = {
  /** As it is; a new one has no name yet. */
  readonly segment: SavedSegment
  readonly onSaved: (segment: SavedSegment) => void
  readonly onClose: () => void
}

/** Names a segment, and says who sees it. */
export function SegmentDialog({ segment, onSaved, onClose }: SegmentDialogProps) {
  const { offices } = useViewer()
  const [name, setName] = useState(segment.name)
  const [shared, setShared] = useState(segment.shared)
  const [officeId, setOfficeId] = useState(segment.officeId)
  const [asked, setAsked] = useState(false)
  const save = useSaveSegment()
  const isMissing = name.trim() === ''
  return (
    <FormDialog
      title={segment.name === '' ? segmentText.titleNew : segmentText.titleEdit}
      submitLabel={segmentText.submit}
      saving={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (isMissing) return
        const saved = { ...segment, name: name.trim(), shared, officeId }
        save.mutate(saved, {
          onSuccess: () => {
            onSaved(saved)
          },
        })
      }}
    >
      <Stack gap="md">
        <TextInput
          label={segmentText.name}
          placeholder={segmentText.nameHint}
          value={name}
          error={asked && isMissing ? segmentText.nameMissing : undefined}
          maxLength={MAX_NAME_LENGTH}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
        />
        <Text size="sm">
          {segmentText.asked}: {segmentText.filter(segment.filter)}. {segmentText.fresh}
        </Text>
        <Checkbox
          label={segmentText.share}
          description={segmentText.shareHint}
          checked={shared}
          onChange={(event) => {
            setShared(event.currentTarget.checked)
          }}
        />
        {shared && offices.length > 1 && (
          <Select
            label={segmentText.office}
            data={offices.map(({ id, name: label }) => ({ value: id, label }))}
            value={officeId}
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null) setOfficeId(value)
            }}
          />
        )}
      </Stack>
    </FormDialog>
  )
}
