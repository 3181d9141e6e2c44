/**
 * A copy of a request with another address or other headers. Built from its parts, because the
 * requests of @hono/node-server are not ones that `new Request(request)` understands.
 */
export function copyRequest(
  request: Request,
  changes: { readonly url?: URL; readonly headers?: Headers },
): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: changes.headers ?? request.headers,
    body: request.body,
    signal: request.signal,
    duplex: 'half',
  }
  return new Request(changes.url ?? request.url, init)
}
