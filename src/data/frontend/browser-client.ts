/**
 * The one frontend client of a browser tab. The app provides it once at start (and tests theirs);
 * features ask for it at the moment of a request, so that their query functions need no React.
 */
import type { FrontendClient } from './bridge-clients.ts'

let provided: FrontendClient | null = null

/** Called by the app when it starts. */
export function provideFrontend(client: FrontendClient): void {
  provided = client
}

/** The tab's client of the frontend database. */
export function frontend(): FrontendClient {
  if (provided === null) throw new Error('provideFrontend was not called before the first request')
  return provided
}
