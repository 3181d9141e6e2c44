import { Button } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { commonText } from '../../ui/text/common.ts'
import { shellText } from '../../ui/text/shell.ts'
import pageClasses from '../full-page.module.css'
import { useRuntime } from '../runtime.ts'

type NoAccessPageProps = {
  readonly email: string
  /** True where there is a profile, but an admin switched it off. */
  readonly switchedOff: boolean
  readonly onCheckAgain: () => void
}

/** What an account without an active profile sees: whom to ask, and for what. */
export function NoAccessPage({ email, switchedOff, onCheckAgain }: NoAccessPageProps) {
  const { session } = useRuntime()
  const title = switchedOff ? shellText.switchedOffTitle : shellText.noProfileTitle
  const advice = switchedOff ? shellText.switchedOffAdvice : shellText.noProfileAdvice
  return (
    <main className={pageClasses['page']}>
      <title>{`${title} · ${commonText.appName}`}</title>
      <div className={pageClasses['card']}>
        <IconUserQuestion size={28} stroke={1.5} aria-hidden />
        <h1>{title}</h1>
        <p>{advice(email)}</p>
        <div className={pageClasses['actions']}>
          <Button onClick={onCheckAgain}>{shellText.checkAgain}</Button>
          <Button variant="default" onClick={() => void session.leave()}>
            {shellText.signOut}
          </Button>
        </div>
      </div>
    </main>
  )
}
