/** The one bridge client of a browser tab; see the frontend's `browser-client.ts`. */
import type { BridgeClient } from './client.ts'

let provided: BridgeClient | null = null

/** Called by the app when it starts. */
export function provideBridge(client: BridgeClient): void {
  provided = client
}

/** The tab's client of the bridge. */
export function bridge(): BridgeClient {
  if (provided === null) throw new Error('provideBridge was not called before the first request')
  return provided
}
