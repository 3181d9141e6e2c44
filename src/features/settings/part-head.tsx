import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { settingsText } from '../../ui/text/settings.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import classes from './settings.module.css'

type PartHeadProps = {
  readonly title: string
  readonly advice: string
  /** The part's one primary button. */
  readonly action?: ReactNode
}

/** The head of a part; who may only look is told so. */
export function PartHead({ title, advice, action }: PartHeadProps) {
  const { isAdmin } = useViewer()
  return (
    <>
      <div className={classes['head']}>
        <div>
          <h2>{title}</h2>
          <p className={classes['muted']}>{advice}</p>
        </div>
        {action}
      </div>
      {!isAdmin && (
        <p className={classes['muted']}>
          <IconLock size={14} aria-hidden /> {settingsText.adminOnly}.{' '}
          {settingsText.adminOnlyAdvice}
        </p>
      )}
    </>
  )
}

/** What stands in the place of a part that shows something to admins only. */
export function ForAdmins({ children }: { readonly children: ReactNode }) {
  const { isAdmin } = useViewer()
  return isAdmin ? (
    children
  ) : (
    <EmptyState icon={IconLock} title={settingsText.hidden} advice={settingsText.hiddenAdvice} />
  )
}
