import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { commonText } from '../../../ui/text/common.ts'
import { poolText } from '../../../ui/text/datasets.ts'
import { OfficeSelect, useOfficeChoice } from '../office-select.tsx'
import { useCreateDataset } from '../queries.ts'

const MAX_NAME_LENGTH = 200

/** Makes an empty pool and opens it. What was entered stays when it fails. */
export function NewPoolDialog({ onClose }: { readonly onClose: () => void }) {
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [asked, setAsked] = useState(false)
  const office = useOfficeChoice()
  const create = useCreateDataset()
  const navigate = useNavigate()

  function submit(event: FormEvent): void {
    event.preventDefault()
    setAsked(true)
    if (name.trim() === '' || office.officeId === '') return
    const pool = { id, officeId: office.officeId, source: 'manual' as const }
    create.mutate(
      { ...pool, name: name.trim(), description: description.trim() },
      { onSuccess: () => void navigate(paths.dataset(id)) },
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={poolText.newTitle}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            label={poolText.name}
            placeholder={poolText.namePlaceholder}
            maxLength={MAX_NAME_LENGTH}
            value={name}
            error={asked && name.trim() === '' ? poolText.noName : undefined}
            onChange={(event) => {
              setName(event.currentTarget.value)
            }}
          />
          <Textarea
            label={poolText.description}
            description={poolText.descriptionAdvice}
            autosize
            minRows={2}
            maxLength={2_000}
            value={description}
            onChange={(event) => {
              setDescription(event.currentTarget.value)
            }}
          />
          <OfficeSelect choice={office} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {commonText.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {poolText.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
