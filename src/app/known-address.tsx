import type { ReactNode } from 'react'
import { matchPath, useLocation } from 'react-router'
import { NotFoundPage } from './not-found-page.tsx'

/** Ids are uuids: PostgreSQL takes any version's. */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

type KnownAddressProps = {
  /** The page's address pattern, and those of its panels; parameters named `…Id` are ids. */
  readonly patterns: readonly string[]
  readonly children: ReactNode
}

/** A page, unless its address names something by what can't be an id: then nothing is asked for. */
export function KnownAddress({ patterns, children }: KnownAddressProps) {
  const { pathname } = useLocation()
  const ids = patterns.flatMap((pattern) =>
    Object.entries(matchPath(pattern, pathname)?.params ?? {}).flatMap(([name, value]) =>
      name.endsWith('Id') ? [value ?? ''] : [],
    ),
  )
  return ids.every((id) => UUID.test(id)) ? children : <NotFoundPage />
}
