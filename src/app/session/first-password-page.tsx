import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { commonText } from '../../ui/text/common.ts'
import { shellText } from '../../ui/text/shell.ts'
import { passwordText } from '../../ui/text/sign-in.ts'
import pageClasses from '../full-page.module.css'
import { useRuntime } from '../runtime.ts'
import { PasswordForm } from './password-form.tsx'

/** What a person sees who signed in with a password that was handed over, until they chose their own. */
export function FirstPasswordPage({ email }: { readonly email: string }) {
  const { session } = useRuntime()
  return (
    <main className={pageClasses['page']}>
      <title>{`${passwordText.firstTitle} · ${commonText.appName}`}</title>
      <div className={pageClasses['card']}>
        <IconKey size={28} stroke={1.5} aria-hidden />
        <h1>{passwordText.firstTitle}</h1>
        <p>{passwordText.firstAdvice}</p>
        <PasswordForm
          email={email}
          currentLabel={passwordText.firstCurrent}
          other={
            <Button variant="default" onClick={() => void session.leave()}>
              {shellText.signOut}
            </Button>
          }
        />
      </div>
    </main>
  )
}
