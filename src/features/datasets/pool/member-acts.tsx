import { Button } from '@mantine/core'
import { IconArrowsExchange, IconSpeakerphone, IconTag, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import type { Icon } from '../../../ui/status/status-look.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { bulkText } from '../../../ui/text/pools.ts'
import { useRemoveMembers } from '../queries.ts'
import type { BulkDialogProps } from './bulk-dialogs.tsx'

const loadDialogs = () => import('./bulk-dialogs.tsx')
const DIALOGS = {
  tag: lazy(async () => ({ default: (await loadDialogs()).TagDialog })),
  copy: lazy(async () => ({ default: (await loadDialogs()).CopyDialog })),
  campaign: lazy(async () => ({ default: (await loadDialogs()).CampaignDialog })),
} as const

/** What can be done with the chosen members of a pool. */
export type MemberAct = keyof typeof DIALOGS | 'remove'

type ActProps = {
  readonly icon: Icon
  readonly label: string
  readonly onClick: () => void
}

function Act({ icon: ActIcon, label, onClick }: ActProps) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<ActIcon size={14} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

type MemberActsProps = {
  /** False where everybody is chosen: a pool is emptied by deleting it. */
  readonly removable: boolean
  readonly onAct: (act: MemberAct) => void
}

/** The buttons for the chosen members. */
export function MemberActs({ removable, onAct }: MemberActsProps) {
  const act = (name: MemberAct) => () => {
    onAct(name)
  }
  return (
    <>
      <Act icon={IconTag} label={bulkText.tag} onClick={act('tag')} />
      <Act icon={IconArrowsExchange} label={bulkText.copy} onClick={act('copy')} />
      <Act icon={IconSpeakerphone} label={bulkText.campaign} onClick={act('campaign')} />
      {removable && <Act icon={IconTrash} label={memberText.remove} onClick={act('remove')} />}
    </>
  )
}

type MemberActDialogProps = BulkDialogProps & { readonly act: MemberAct | null }

/** Asks what is needed for the act, and does it. */
export function MemberActDialog({ act, ...props }: MemberActDialogProps) {
  const { chosen, onDone, onClose } = props
  const remove = useRemoveMembers(chosen.datasetId)
  const memberIds = chosen.memberIds ?? []
  if (act !== null && act !== 'remove') {
    const Dialog = DIALOGS[act]
    return (
      <Suspense fallback={null}>
        <Dialog {...props} />
      </Suspense>
    )
  }
  return (
    <ConfirmDialog
      opened={act === 'remove'}
      title={memberText.removeTitle(memberIds.length)}
      confirmLabel={memberText.remove}
      danger
      onConfirm={async () => {
        await remove.mutateAsync([...memberIds])
        onDone()
      }}
      onClose={onClose}
    >
      {memberText.removeBody}
    </ConfirmDialog>
  )
}
