import { useEffect } from 'react'

/** After this the page one came for has its data, and nobody waits for what is fetched. */
const SETTLED_MS = 5_000

/** Lets the app open without a network next time. In development its files change by the minute. */
export function AppKeeper() {
  useEffect(() => {
    if (!import.meta.env.PROD) return undefined
    const timer = setTimeout(() => {
      import('../offline/keep-app.ts')
        .then(({ keepApp }) => keepApp())
        // Refused, as in a private window: then the app starts with a network only.
        .catch(() => undefined)
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return null
}
