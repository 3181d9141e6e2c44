import { Button, Modal, Text } from '@mantine/core'
import type { Recipient } from '../../../data/frontend/recipients.ts'
import { whatsappWindow } from '../../../domain/conversation/whatsapp-window.ts'
import { careText } from '../../../ui/text/inbox.ts'
import { useNow } from '../../../ui/words/use-now.ts'
import { ContactLinks } from './contact-links.tsx'
import { useConversationAct } from './inbox-queries.ts'
import classes from './inbox.module.css'

type TakeOverDialogProps = {
  readonly recipient: Recipient
  readonly onClose: () => void
}

/** Says what taking over means, and goes on in WhatsApp or by phone. */
export function TakeOverDialog({ recipient, onClose }: TakeOverDialogProps) {
  const act = useConversationAct()
  const now = new Date(useNow()).toISOString()
  const { lastInboundAt, inboundCount } = recipient
  const { state } = whatsappWindow(lastInboundAt, now, lastInboundAt === null && inboundCount > 0)
  const takeOver = () => {
    act.mutate({ id: recipient.id, act: 'take-over' })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={careText.takeOverTitle(recipient.fullName)}>
      <Text>{careText.takeOverWhat}</Text>
      {(state === 'closed' || state === 'never') && <Text mt="sm">{careText.outside}</Text>}
      {state === 'unknown' && <Text mt="sm">{careText.maybeOutside}</Text>}
      <div className={classes['choices']}>
        <ContactLinks recipient={recipient} onContact={takeOver} takesOver />
        <Button variant="default" onClick={takeOver} data-autofocus>
          {careText.only}
        </Button>
      </div>
    </Modal>
  )
}
