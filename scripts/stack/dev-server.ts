import type { Server } from 'node:http'
import type { Listener } from './listen.ts'
import { PROJECT_ROOT } from './project-root.ts'

/** First parts of the addresses that the gateway answers itself. */
const GATEWAY_PATHS = /^\/(frontend|backend|bridge|webhook|env\.json)(\/|\?|$)/

/**
 * Vite with hot reload behind the stack's origin: the gateway answers the APIs, Vite the pages.
 *
 * @param server the stack's server, which also carries the hot reload's socket
 */
export async function startDevServer(
  server: Server,
  gateway: Listener,
): Promise<{ readonly listener: Listener; stop(): Promise<void> }> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: PROJECT_ROOT,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server } },
  })
  return {
    listener: (request, response) =>
      GATEWAY_PATHS.test(request.url ?? '')
        ? gateway(request, response)
        : vite.middlewares(request, response),
    stop: () => vite.close(),
  }
}
