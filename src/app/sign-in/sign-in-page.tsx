import { Navigate, useSearchParams } from 'react-router'
import { commonText } from '../../ui/text/common.ts'
import { shellText } from '../../ui/text/shell.ts'
import { signInText } from '../../ui/text/sign-in.ts'
import pageClasses from '../full-page.module.css'
import { useRuntime, useSession } from '../runtime.ts'
import { DemoBanner } from '../shell/banners.tsx'
import { Mark } from '../shell/mark.tsx'
import { parseReturnAddress } from './return-address.ts'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in.module.css'

/** The way in. Who is signed in already is sent on to where they wanted to go. */
export function SignInPage() {
  const session = useSession()
  const { env } = useRuntime()
  const [search] = useSearchParams()
  if (session.kind === 'signed-in') {
    return <Navigate to={parseReturnAddress(search.get('next'))} replace />
  }
  return (
    <>
      <title>{`${signInText.title} · ${commonText.appName}`}</title>
      {env.demoBanner && (
        <aside aria-label={shellText.notices}>
          <DemoBanner />
        </aside>
      )}
      <main className={pageClasses['page']}>
        <div className={pageClasses['card']}>
          <div className={classes['head']}>
            <Mark size={32} />
            <h1>{signInText.lead}</h1>
          </div>
          <SignInForm />
          <p className={pageClasses['muted']}>{signInText.noAccount}</p>
        </div>
      </main>
    </>
  )
}
