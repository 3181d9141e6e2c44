import { Button } from '@mantine/core'
import { IconBrandWhatsapp, IconPhone } from '@tabler/icons-react'
import type { Recipient } from '../../../data/frontend/recipients.ts'
import { isE164 } from '../../../domain/phone/e164.ts'
import { careText } from '../../../ui/text/inbox.ts'
import { useAddNote } from '../queries.ts'

type ContactLinksProps = {
  readonly recipient: Recipient
  readonly size?: 'compact-sm' | 'sm'
  /** Done with either, before the other app opens. */
  readonly onContact?: () => void
  /** True where contact means taking over first. */
  readonly takesOver?: boolean
}

/**
 * WhatsApp and the phone on one's own device, for this person. Opening either is logged as a
 * contact; Rollcall itself sends nothing.
 */
export function ContactLinks({ recipient, size = 'sm', ...props }: ContactLinksProps) {
  const { onContact, takesOver = false } = props
  const note = useAddNote({ kind: 'recipient', id: recipient.id })
  const { phone } = recipient
  if (phone === null || !isE164(phone)) return null
  const contact = (action: 'whatsapp' | 'call') => () => {
    onContact?.()
    note.mutate({ id: crypto.randomUUID(), action, text: careText.logged[action] })
  }
  return (
    <>
      <Button
        component="a"
        href={`https://wa.me/${phone.slice(1)}`}
        target="_blank"
        rel="noopener noreferrer"
        size={size}
        variant={takesOver ? 'filled' : 'default'}
        leftSection={<IconBrandWhatsapp size={16} aria-hidden />}
        onClick={contact('whatsapp')}
      >
        {takesOver ? careText.andWhatsapp : careText.whatsapp}
      </Button>
      <Button
        component="a"
        href={`tel:${phone}`}
        size={size}
        variant="default"
        leftSection={<IconPhone size={16} aria-hidden />}
        onClick={contact('call')}
      >
        {takesOver ? careText.andCall : careText.call}
      </Button>
    </>
  )
}
