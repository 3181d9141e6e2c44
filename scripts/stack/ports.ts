import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from './data-folder.ts'

/** The parts that listen on a port of their own behind the one origin. */
export const INNER_PARTS = [
  'postgres',
  'frontendRest',
  'frontendRestAdmin',
  'backendRest',
  'backendRestAdmin',
] as const

export type InnerPart = (typeof INNER_PARTS)[number]
export type InnerPorts = Readonly<Record<InnerPart, number>>

/** Below what systems lend to outgoing connections, which would take a port before its part does. */
const LOWEST = 20_000
const BEYOND = 32_768
/** More than enough as long as most are free. */
const ATTEMPTS = 100

const portsSchema = z.record(z.enum(INNER_PARTS), z.int().min(1).max(65_535))

/**
 * Free ports for the inner parts: those of the last start where they are still free, so that
 * tools pointed at a database keep working, else new ones. Remembered in `ports.json`.
 */
export async function choosePorts(folderPath: string): Promise<InnerPorts> {
  const path = join(folderPath, 'ports.json')
  const remembered = portsSchema.safeParse(readJsonFile(path)).data
  const taken = new Set<number>()
  const chosen: Partial<Record<InnerPart, number>> = {}
  for (const part of INNER_PARTS) {
    const before = remembered?.[part]
    const port =
      before && !taken.has(before) && (await isFree(before)) ? before : await findFreePort()
    taken.add(port)
    chosen[part] = port
  }
  const ports = chosen as InnerPorts
  writeJsonFile(path, ports)
  return ports
}

/** A port of 127.0.0.1 that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, BEYOND)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port was found between ${LOWEST} and ${BEYOND}`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}
