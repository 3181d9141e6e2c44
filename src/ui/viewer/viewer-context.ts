import { createContext, useContext } from 'react'

/** Who looks at the app, and through which offices. The app provides it to every page. */
export type Viewer = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: 'admin' | 'recruiter' | 'viewer'
  /** False for viewers: show no buttons that would be refused. */
  readonly canWrite: boolean
  readonly isAdmin: boolean
  readonly offices: readonly {
    readonly id: string
    readonly name: string
    /** IANA name. */
    readonly timeZone: string
    /** ISO 3166 code for phones given without one. */
    readonly defaultCountry: string
  }[]
  /** The office chosen in the top bar; undefined means all of them. */
  readonly officeId: string | undefined
}

export const ViewerContext = createContext<Viewer | undefined>(undefined)

/** The signed-in person; only below the signed-in part of the app. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === undefined) throw new Error('useViewer outside the signed-in part of the app')
  return viewer
}
