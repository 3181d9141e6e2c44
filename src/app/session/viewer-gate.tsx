import { useSuspenseQueries } from '@tanstack/react-query'
import { lazy, type ReactNode, useMemo } from 'react'
import { getProfile, listOffices } from '../../data/frontend/profile.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { type SignIn } from '../../data/frontend/session.ts'
import { type Viewer, ViewerContext } from '../../ui/viewer/viewer-context.ts'
import { usePreferences } from '../preferences.ts'
import { useRuntime } from '../runtime.ts'

const NoAccessPage = lazy(async () => ({
  default: (await import('./no-access-page.tsx')).NoAccessPage,
}))

type ViewerGateProps = { readonly signIn: SignIn; readonly children: ReactNode }

/** Lets in who has an active profile, and tells the pages who it is. */
export function ViewerGate({ signIn, children }: ViewerGateProps) {
  const { client } = useRuntime()
  const chosenId = usePreferences((state) => state.officeId)
  const [{ data: profile, refetch }, { data: offices }] = useSuspenseQueries({
    queries: [
      {
        queryKey: [...queryKeys.profile(), signIn.userId],
        queryFn: () => getProfile(client, signIn.userId),
      },
      { queryKey: queryKeys.offices(), queryFn: () => listOffices(client) },
    ],
  })

  const viewer = useMemo((): Viewer | undefined => {
    if (profile?.active !== true) return undefined
    const { id, email, fullName, role } = profile
    return {
      userId: id,
      name: fullName === '' ? email : fullName,
      email,
      role,
      canWrite: role !== 'viewer',
      isAdmin: role === 'admin',
      offices,
      // An office one was taken out of is not remembered.
      officeId: offices.find((office) => office.id === chosenId)?.id,
    }
  }, [profile, offices, chosenId])

  if (viewer === undefined) {
    return (
      <NoAccessPage
        email={signIn.email}
        switchedOff={profile !== null}
        onCheckAgain={() => void refetch()}
      />
    )
  }
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}
