import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { describeError } from '../../../ui/text/errors.ts'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { useDraft } from './draft-context.ts'
import { EDIT_GROUPS, editFault } from './draft-edits.ts'
import classes from './save-indicator.module.css'

const ICON = { size: 16, 'aria-hidden': true } as const

/** Says whether what was entered is saved; where not, why and what to do. */
export function SaveIndicator() {
  const { store } = useDraft()
  const { phase, edits, error } = useStore(store)
  const fault = EDIT_GROUPS.map((group) => editFault(edits, group)).find((each) => each !== null)
  if (phase === 'failed') {
    const { title, advice } = describeError(error)
    return (
      <span className={classes['notSaved']} role="alert">
        <IconAlertTriangle {...ICON} />
        <span>{`${wizardText.notSaved}: ${title}. ${advice}`}</span>
        <Button variant="default" size="compact-sm" onClick={() => void store.flush()}>
          {wizardText.saveNow}
        </Button>
      </span>
    )
  }
  if (phase === 'unsaved' && fault !== undefined) {
    return (
      <span className={classes['notSaved']} role="status">
        <IconAlertTriangle {...ICON} />
        {wizardText.faults[fault]}
      </span>
    )
  }
  return (
    <span className={classes['saving']} role="status">
      {phase === 'saved' ? <IconCheck {...ICON} /> : <IconCloudUpload {...ICON} />}
      {phase === 'saving' ? wizardText.saving : wizardText[phase === 'saved' ? 'saved' : 'unsaved']}
    </span>
  )
}
