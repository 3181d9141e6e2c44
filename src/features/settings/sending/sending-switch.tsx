import { Button } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { setSendingPaused } from '../../../data/bridge/service-actions.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { ReasonDialog } from '../../../ui/feedback/reason-dialog.tsx'
import { sendingText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import classes from '../settings.module.css'

/** Pauses all sending of all campaigns, with a reason, or lets it go on. */
export function SendingSwitch({ paused }: { readonly paused: string | null }) {
  const { isAdmin } = useViewer()
  const client = useQueryClient()
  const [asks, setAsks] = useState(false)
  const change = useMutation({
    mutationFn: (reason: string | null) => setSendingPaused(bridge(), reason),
    onSuccess: async () => {
      setAsks(false)
      await client.invalidateQueries()
    },
    meta: { done: paused === null ? sendingText.paused : sendingText.resumed },
  })
  return (
    <section className={classes['section']} aria-label={sendingText.switchTitle}>
      <h2>{sendingText.switchTitle}</h2>
      {paused === null ? (
        <p className={classes['muted']}>{sendingText.isOn}</p>
      ) : (
        <Notice tone="amber" icon={IconPlayerPause} title={`${sendingText.isPaused}: ${paused}`}>
          {sendingText.pausedAdvice}
        </Notice>
      )}
      {isAdmin &&
        (paused === null ? (
          <Button
            variant="default"
            onClick={() => {
              setAsks(true)
            }}
          >
            {sendingText.pause}
          </Button>
        ) : (
          <Button
            mt="sm"
            loading={change.isPending}
            onClick={() => {
              change.mutate(null)
            }}
          >
            {sendingText.resume}
          </Button>
        ))}
      {asks && (
        <ReasonDialog
          title={sendingText.pauseTitle}
          label={sendingText.reason}
          description={sendingText.reasonAdvice}
          fault={sendingText.reasonFault}
          submitLabel={sendingText.pause}
          saving={change.isPending}
          danger
          onSubmit={(reason) => {
            change.mutate(reason)
          }}
          onClose={() => {
            setAsks(false)
          }}
        >
          <p>{sendingText.pausedAdvice}</p>
        </ReasonDialog>
      )}
    </section>
  )
}
