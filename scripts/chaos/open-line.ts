/**
 * A line between the bridges and one of their neighbours, on which requests and answers are lost,
 * cut, garbled, delayed and repeated as planned. It runs in this process, so what it notes is in
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
  /** Waits until nothing is on its way any more but what hangs for good. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type LineOptions = {
  readonly name: LineName
  readonly neighbour: Neighbour
  readonly plan: (nth: number) => PlannedFault
}

/** Beyond every delay of a plan; what takes longer has lost its database, and waits for nobody. */
const LONGEST_WAY_MS = 8_000

export async function openLine({ name, neighbour, plan }: LineOptions): Promise<Line> {
  const server = await listen(0)
  const url = `http://127.0.0.1:${server.port}`
  const faults = new Map<LineFault, number>()
  const underWay = new Set<Promise<unknown>>()
  let nth = 0
  let healed = false

  function follow<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work)
    const forget = () => void underWay.delete(work)
    work.then(forget, forget)
    return work
  }

  async function carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBody(incoming)
    nth += 1
    const { kind, delayMs } = healed ? { kind: 'none' as const, delayMs: 0 } : plan(nth)
    if (kind !== 'none') faults.set(kind, (faults.get(kind) ?? 0) + 1)
    const request = () => toRequest(url, incoming, body)

    if (kind === 'lose-request') return void outgoing.destroy()
    if (kind === 'unavailable') return send(outgoing, 503, 'no upstream')
    if (kind === 'rate-limit') return send(outgoing, 429, '', { 'retry-after': '1' })
    if (kind === 'delay-request') await delay(delayMs)
    if (kind === 'repeat-request') {
      const again = follow(delay(delayMs / 4).then(() => neighbour(request())))
      again.catch(() => null)
    }
    const cut = toRequest(url, incoming, body.subarray(0, Math.floor(body.length / 2)))
    const answer = await neighbour(kind === 'cut-request' ? cut : request())
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
    async settle() {
      await Promise.race([Promise.allSettled(underWay), delay(LONGEST_WAY_MS)])
    },
    async close() {
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

function toRequest(base: string, incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  // Ours are in hand as a whole; what the body's length was no longer holds once it is cut.
  headers.delete('content-length')
  headers.delete('transfer-encoding')
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init = hasBody ? { method, headers, body: new Uint8Array(body) } : { method, headers }
  return new Request(`${base}${incoming.url ?? '/'}`, init)
}

function send(
  outgoing: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
}
