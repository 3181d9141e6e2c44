import { lazy, useState } from 'react'
import { Navigate, type RouteObject, useRoutes } from 'react-router'
import { PATTERNS } from '../lib/paths.ts'
import { LoadingBoundary } from '../ui/feedback/loading-boundary.tsx'
import { PageSkeleton } from '../ui/feedback/skeletons.tsx'
import { KnownAddress } from './known-address.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import type { PageRoute, Section } from './routes.tsx'
import { SignedInLayout } from './session/signed-in-layout.tsx'

const SignInPage = lazy(async () => ({
  default: (await import('./sign-in/sign-in-page.tsx')).SignInPage,
}))

/** A page without an entry in the navigation: the banner leads to it. */
const WAITING: PageRoute = {
  path: PATTERNS.waiting,
  load: async () => (await import('./offline/waiting-page.tsx')).WaitingPage,
}

/** A page behind its boundary: its code and its data may wait or fail without the frame. */
function toRoute({ path, load, panels = [] }: PageRoute): RouteObject {
  const Page = lazy(async () => ({ default: await load() }))
  return {
    path,
    element: (
      <KnownAddress key={path} patterns={[path, ...panels.map((panel) => panel.path)]}>
        <LoadingBoundary resetKey={path} skeleton={<PageSkeleton />}>
          <Page />
        </LoadingBoundary>
      </KnownAddress>
    ),
    children: panels.map(toPanel),
  }
}

/** A panel waits and fails by itself, without the page it stands beside. */
function toPanel({ path, load }: PageRoute): RouteObject {
  const Panel = lazy(async () => ({ default: await load() }))
  return {
    path,
    element: (
      <LoadingBoundary key={path} resetKey={path} skeleton={null}>
        <Panel />
      </LoadingBoundary>
    ),
  }
}

/** The routes of the given sections, behind the sign-in. */
function toRoutes(given: readonly Section[]): RouteObject[] {
  const start = given[0]?.href
  return [
    {
      path: PATTERNS.signIn,
      element: (
        <LoadingBoundary skeleton={null}>
          <SignInPage />
        </LoadingBoundary>
      ),
    },
    {
      element: <SignedInLayout sections={given} />,
      children: [
        ...(start === undefined ? [] : [{ index: true, element: <Navigate to={start} replace /> }]),
        ...given.flatMap((section) => section.pages.map(toRoute)),
        toRoute(WAITING),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]
}

/** What stands at the present address, of the given sections. */
export function AppRoutes({ sections }: { readonly sections: readonly Section[] }) {
  // Made once: a new lazy page on each render would be fetched, and lose its state, each time.
  const [routes] = useState(() => toRoutes(sections))
  return useRoutes(routes)
}
