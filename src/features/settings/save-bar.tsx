import { Button, Group } from '@mantine/core'
import { UnsavedGuard } from '../../ui/feedback/unsaved-guard.tsx'
import { settingsText } from '../../ui/text/settings.ts'

type SaveBarProps = {
  /** True while what is entered is not what is kept. */
  readonly dirty: boolean
  readonly saving: boolean
  /** Takes back what was entered. */
  readonly onDiscard: () => void
}

/** The end of a form of settings: saves it or takes it back, and asks before it is left unsaved. */
export function SaveBar({ dirty, saving, onDiscard }: SaveBarProps) {
  return (
    <Group gap="sm">
      <UnsavedGuard dirty={dirty} />
      <Button type="submit" variant="default" loading={saving} disabled={!dirty}>
        {settingsText.save}
      </Button>
      {dirty && (
        <Button variant="subtle" color="gray" disabled={saving} onClick={onDiscard}>
          {settingsText.discard}
        </Button>
      )}
    </Group>
  )
}
