import { spawnSync } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { readProcess } from './process-identity.ts'
import { StackError, systemCode } from './stack-error.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** A server that has its port from the beginning and gets its answers when the stack is up. */
export type StackServer = {
  readonly port: number
  readonly server: Server
  answerWith(listener: Listener): void
  /** Takes no more requests, lets running ones end for two seconds. */
  close(): Promise<void>
}

/**
 * Takes the port on 127.0.0.1 before anything else starts, so that a port in use is said at once.
 * Until there is a listener, requests are answered with 503.
 *
 * @throws StackError if the port can't be had; it says who has it
 */
export async function listen(port: number): Promise<StackServer> {
  let listener: Listener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' })
    response.end('Rollcall is starting.\n')
  }
  const server = createServer((request, response) => void listener(request, response))
  await bind(server, port)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    server,
    answerWith(next) {
      listener = next
    },
    close: () => close(server),
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => void explain(port, error).then(reject))
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function explain(port: number, error: Error): Promise<unknown> {
  const free = port < 1024 ? 4500 : port + 100
  const todo = `Stop what uses it, or choose another port: PORT=${free} npm start.`
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new StackError(`Port ${port} is in use by ${await nameHolder(port)}.`, todo, error)
    case 'EACCES':
      return new StackError(
        `Port ${port} is not allowed to you.`,
        `Choose one above 1023: PORT=${free} npm start.`,
        error,
      )
    default:
      return error
  }
}

async function nameHolder(port: number): Promise<string> {
  const process = findListeningProcess(port)
  const suffix = process ? ` (${process})` : ''
  try {
    const signal = AbortSignal.timeout(1000)
    const answer = await fetch(`http://127.0.0.1:${port}/env.json`, { signal })
    const env: unknown = await answer.json()
    const isRollcall = typeof env === 'object' && env !== null && 'frontendUrl' in env
    return isRollcall ? `another Rollcall${suffix}` : (process ?? 'another program')
  } catch {
    return process ?? 'another program'
  }
}

// lsof is there on macOS and many Linux machines; without it the holder stays unnamed.
function findListeningProcess(port: number): string | null {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']
  const { stdout } = spawnSync('lsof', args, { encoding: 'utf8', timeout: 3000 })
  const pid = /^p(\d+)$/m.exec(stdout ?? '')?.[1]
  const program = pid && readProcess(Number(pid))?.command.split(' ')[0]
  return program ? `${basename(program)}, process ${pid}` : null
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
