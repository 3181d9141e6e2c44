/** The bridge as a Supabase Edge Function (Deno). `npm run bridge:bundle` makes index.js of it. */
import { createBridge } from '../../../../../src/bridge/app.ts'
import { parseBridgeConfig } from '../../../../../src/bridge/config.ts'

declare const Deno: {
  readonly env: { readonly toObject: () => Record<string, string> }
  readonly serve: (
    options: { port?: number; hostname?: string },
    handler: (request: Request) => Response | Promise<Response>,
  ) => unknown
}
declare const EdgeRuntime: { readonly waitUntil: (work: Promise<unknown>) => void } | undefined

const environment = Deno.env.toObject()
const bridge = createBridge(parseBridgeConfig(environment), {
  // Work that outlives the answer; the runtime keeps the instance for it, up to its own limit.
  defer: (work) => {
    if (typeof EdgeRuntime !== 'undefined') EdgeRuntime.waitUntil(work)
  },
})

const port = environment['PORT']
Deno.serve(port === undefined ? {} : { port: Number(port), hostname: '127.0.0.1' }, (request) =>
  bridge.fetch(request),
)
