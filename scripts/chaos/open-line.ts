/**
 * A line between the bridges and one of their neighbours, on which requests and answers are lost,
 * cut, garbled, delayed and repeated as planned, and which can't be reached at all at times. It runs in this process, so what it notes is in
 * one order with everything else that the run sees.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { listen } from '../stack/listen.ts'
import type { LineFault, LineName, PlannedFault } from './plan-faults.ts'

/** Answers a request; null: never, the sender gives up; 'hang-up': the connection breaks. */
export type Neighbour = (request: Request) => Promise<Response | null | 'hang-up'>

export type Line = {
  readonly url: string
  /** How often each fault happened. */
  readonly faults: ReadonlyMap<LineFault, number>
  /** No faults from now on. */
  heal(): void
  /** Breaks what is under way, and refuses connections for a while, as a process that was killed and starts again. */
  refuse(): Promise<void>
  /** Waits until nothing is on its way any more but what hangs for good. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type LineOptions = {
  readonly name: LineName
  readonly neighbour: Neighbour
  readonly plan: (nth: number) => PlannedFault
  /** Whether a request may arrive twice now. */
  readonly mayRepeat?: () => boolean
}

/** Of a request that the way repeated. */
export const REPEATED_HEADER = 'x-chaos-repeated'

/** Beyond every delay of a plan; what takes longer has lost its database, and waits for nobody. */
const LONGEST_WAY_MS = 8_000
const REFUSES_MS = 4_000

export async function openLine({
  name,
  neighbour,
  plan,
  mayRepeat = () => true,
}: LineOptions): Promise<Line> {
  const server = await listen(0)
  const url = `http://127.0.0.1:${server.port}`
  const faults = new Map<LineFault, number>()
  const underWay = new Set<Promise<unknown>>()
  let nth = 0
  let healed = false
  let closed = false

  function planned(): PlannedFault {
    nth += 1
    const fault = plan(nth)
    const isHeld = healed || (fault.kind === 'repeat-request' && !mayRepeat())
    return isHeld ? { kind: 'none', delayMs: 0 } : fault
  }

  function follow<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work)
    const forget = () => void underWay.delete(work)
    work.then(forget, forget)
    return work
  }

  async function carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming)
    const { kind, delayMs } = planned()
    if (kind !== 'none') faults.set(kind, (faults.get(kind) ?? 0) + 1)
    const request = (changes: Partial<Carried> = {}) =>
      toRequest(url, { address: incoming.url ?? '/', body, ...changes }, incoming)

    if (kind === 'lose-request') return void outgoing.destroy()
    if (kind === 'unavailable') return send(outgoing, 503, 'no upstream')
    if (kind === 'rate-limit') return send(outgoing, 429, '', { 'retry-after': '1' })
    if (kind === 'delay-request') await delay(delayMs)
    if (kind === 'repeat-request') {
      const again = follow(delay(delayMs / 4).then(() => neighbour(request({ isRepeated: true }))))
      again.catch(() => null)
    }
    const answer = await neighbour(
      kind === 'cut-request'
        ? request({ body: body.subarray(0, Math.floor(body.length / 2)) })
        : kind === 'garble-request'
          ? request(garble(incoming.url ?? '/', body))
          : request(),
    )
    if (answer === null) return
    if (answer === 'hang-up') return void outgoing.destroy()
    const content = Buffer.from(await answer.arrayBuffer())
    if (kind === 'lose-answer') return void outgoing.destroy()
    if (kind === 'delay-answer') await delay(delayMs)
    if (kind === 'garble-answer') return send(outgoing, 200, '<html>Bad gateway</html>')
    if (kind === 'empty-answer') return send(outgoing, 200, '')
    const headers = Object.fromEntries(answer.headers)
    delete headers['content-length']
    outgoing.writeHead(answer.status, { ...headers, 'content-length': content.length })
    if (kind !== 'cut-answer' || content.length < 2) return void outgoing.end(content)
    outgoing.write(content.subarray(0, Math.floor(content.length / 2)), () => outgoing.destroy())
  }

  server.answerWith((incoming, outgoing) => {
    follow(carry(incoming, outgoing)).catch(() => outgoing.destroy())
  })
  return {
    url: name === 'webhook' ? `${url}/webhook` : url,
    faults,
    heal: () => {
      healed = true
    },
    async refuse() {
      const { server: inner, port } = server
      if (!inner.listening) return
      inner.close()
      inner.closeAllConnections()
      await delay(REFUSES_MS)
      if (!closed) inner.listen(port, '127.0.0.1')
    },
    async settle() {
      await Promise.race([Promise.allSettled(underWay), delay(LONGEST_WAY_MS)])
    },
    async close() {
      closed = true
      server.server.closeAllConnections()
      await server.close()
    },
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

type Carried = { readonly address: string; readonly body: Buffer; readonly isRepeated?: boolean }

/** So that the receiver can tell that it isn't what was sent: nothing less would be a fault of the way. */
function garble(address: string, body: Buffer): Pick<Carried, 'address' | 'body'> {
  if (body.length === 0) return { address: `${address}${address.includes('?') ? '&' : '?'})`, body }
  const middle = Math.floor(body.length / 2)
  const garbled = Buffer.from(body)
  garbled.fill(0xff, middle, middle + 3)
  return { address, body: garbled }
}

function toRequest(
  base: string,
  { address, body, isRepeated = false }: Carried,
  incoming: IncomingMessage,
): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  // Ours are in hand as a whole; what the body's length was no longer holds once it is cut.
  headers.delete('content-length')
  headers.delete('transfer-encoding')
  if (isRepeated) headers.set(REPEATED_HEADER, '1')
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init = hasBody ? { method, headers, body: new Uint8Array(body) } : { method, headers }
  return new Request(`${base}${address}`, init)
}

function send(
  outgoing: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
}
