import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { saysDisclosure, withDisclosure } from '../../../domain/campaign/ai-disclosure.ts'
import { paths } from '../../../lib/paths.ts'
import { StateBadge } from '../../../ui/status/state-badge.tsx'
import { promptsStepText } from '../../../ui/text/campaign-wizard.ts'
import { useDraft } from './draft-context.ts'
import classes from './wizard.module.css'

const WORDS = {
  whatsapp: {
    field: 'firstMessageChat',
    label: promptsStepText.chat,
    says: promptsStepText.says,
    silent: promptsStepText.silent,
  },
  call: {
    field: 'firstMessageCall',
    label: promptsStepText.call,
    says: promptsStepText.saysCall,
    silent: promptsStepText.silentCall,
  },
} as const

type FirstMessageProps = { readonly channel: keyof typeof WORDS }

/** What the agents say first on a channel, and whether it says that an AI is speaking. */
export function FirstMessage({ channel }: FirstMessageProps) {
  const { draft, editFields } = useDraft()
  const { id, aiDisclosure, aiDisclosureWaivedReason } = draft.campaign
  const { field, label, says, silent } = WORDS[channel]
  const message = draft.campaign[field]
  const waived = aiDisclosureWaivedReason !== ''
  const said = saysDisclosure(message, aiDisclosure)
  return (
    <div className={classes['section']}>
      <Textarea
        label={label}
        value={message}
        autosize
        minRows={3}
        onChange={(event) => {
          editFields({ [field]: event.currentTarget.value })
        }}
      />
      <div className={classes['line']}>
        {waived ? (
          <span className={classes['muted']}>{promptsStepText.waived}</span>
        ) : (
          <StateBadge
            tone={said ? 'green' : 'amber'}
            icon={said ? IconCheck : IconAlertTriangle}
            label={said ? says : silent}
          />
        )}
        {!waived && aiDisclosure.trim() === '' && (
          <Link to={paths.editCampaign(id, { step: 'channels' })}>
            {promptsStepText.writeSentence}
          </Link>
        )}
        {!waived && !said && aiDisclosure.trim() !== '' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              editFields({ [field]: withDisclosure(message, aiDisclosure) })
            }}
          >
            {promptsStepText.putInFront}
          </Button>
        )}
      </div>
    </div>
  )
}
