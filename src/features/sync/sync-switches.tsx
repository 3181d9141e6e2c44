import { Button, Group } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { useFullSync, usePauseSync } from './queries.ts'

const ReasonDialog = lazy(async () => ({
  default: (await import('../../ui/feedback/reason-dialog.tsx')).ReasonDialog,
}))

/** What admins do to the sync: pause it with a reason, let it go on, have everything read anew. */
export function SyncSwitches({ paused }: { readonly paused: boolean }) {
  const { isAdmin } = useViewer()
  const [asks, setAsks] = useState<'pause' | 'full' | null>(null)
  const close = () => {
    setAsks(null)
  }
  const pause = usePauseSync(close)
  const full = useFullSync()
  if (!isAdmin) return null
  return (
    <Group gap="sm">
      {paused ? (
        <Button
          variant="default"
          loading={pause.isPending}
          onClick={() => {
            pause.mutate(null)
          }}
        >
          {syncText.resume}
        </Button>
      ) : (
        <>
          <Button
            variant="default"
            onClick={() => {
              setAsks('full')
            }}
          >
            {syncText.full}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setAsks('pause')
            }}
          >
            {syncText.pause}
          </Button>
        </>
      )}
      {asks === 'pause' && (
        <Suspense fallback={null}>
          {' '}
          <ReasonDialog
            title={syncText.pauseTitle}
            label={syncText.pauseReason}
            description={syncText.pauseReasonAdvice}
            fault={syncText.pauseFault}
            submitLabel={syncText.pause}
            saving={pause.isPending}
            onSubmit={(reason) => {
              pause.mutate(reason)
            }}
            onClose={close}
          >
            <p>{syncText.pauseAdvice}</p>
          </ReasonDialog>
        </Suspense>
      )}
      <ConfirmDialog
        opened={asks === 'full'}
        title={syncText.fullTitle}
        confirmLabel={syncText.full}
        onConfirm={() => full.mutateAsync()}
        onClose={close}
      >
        {syncText.fullAdvice}
      </ConfirmDialog>
    </Group>
  )
}
