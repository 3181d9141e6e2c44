import { Button, Group, Radio, Stack, Switch, TextInput } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { ColumnFields } from '../../../data/frontend/columns.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { columnFormText } from '../../../ui/text/board-columns.ts'
import { parseTone, TONES, toneVariables } from '../../../ui/theme/tones.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import classes from './columns.module.css'
import { useSaveColumn } from './use-save-column.ts'

const MAX_NAME_LENGTH = 60
const NEW: ColumnFields = { name: '', colour: 'pink', isPostHire: false }

type ColumnDialogProps = {
  readonly jobId: string
  /** The column to change; null for a new one. */
  readonly column: BoardColumn | null
  /** The key of the column left of a new one; null for the usual place. */
  readonly after: string | null
  readonly onClose: () => void
}

/** A column's name, colour and meaning. Where somebody else was faster, theirs stands above the form. */
export function ColumnDialog({ jobId, column, after, onClose }: ColumnDialogProps) {
  const [fields, setFields] = useState<ColumnFields>(column ?? NEW)
  const [asked, setAsked] = useState(false)
  const { save, theirs } = useSaveColumn({ jobId, column, after, onSaved: onClose })
  const name = fields.name.trim()
  const fault = name === '' ? columnFormText.nameMissing : undefined
  const tone = parseTone(fields.colour)
  const change = (patch: Partial<ColumnFields>) => {
    setFields((before) => ({ ...before, ...patch }))
  }
  return (
    <FormDialog
      title={column === null ? columnFormText.titleAdd : columnFormText.titleEdit(column.name)}
      submitLabel={column === null ? columnFormText.add : columnFormText.save}
      saving={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (fault === undefined) save.mutate({ ...fields, name, colour: tone })
      }}
    >
      <Stack gap="md">
        {theirs !== null && (
          <Notice tone="amber" icon={IconUsers} title={columnFormText.conflict}>
            {columnFormText.conflictNow(
              theirs.name,
              columnFormText.colours[parseTone(theirs.colour)],
              theirs.isPostHire,
            )}
            <Group mt="xs">
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setFields(theirs)
                }}
              >
                {columnFormText.takeTheirs}
              </Button>
            </Group>
          </Notice>
        )}
        <TextInput
          label={columnFormText.name}
          value={fields.name}
          error={asked ? fault : undefined}
          maxLength={MAX_NAME_LENGTH}
          data-autofocus
          onChange={(event) => {
            change({ name: event.currentTarget.value })
          }}
        />
        <Radio.Group
          label={columnFormText.colour}
          value={tone}
          onChange={(colour) => {
            change({ colour })
          }}
        >
          <Group gap="sm" mt="xs">
            {TONES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={
                  <span className={classes['swatch']} style={toneVariables(each)}>
                    {columnFormText.colours[each]}
                  </span>
                }
              />
            ))}
          </Group>
        </Radio.Group>
        <Switch
          label={columnFormText.postHire}
          description={columnFormText.postHireHint}
          checked={fields.isPostHire}
          onChange={(event) => {
            change({ isPostHire: event.currentTarget.checked })
          }}
        />
      </Stack>
    </FormDialog>
  )
}
