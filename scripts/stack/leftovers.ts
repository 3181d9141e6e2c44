import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from './data-folder.ts'
import { isSameProcess, readProcess } from './process-identity.ts'

const leftoversSchema = z.record(z.string(), z.object({ pid: z.int(), startedAt: z.string() }))

/**
 * Remembers the processes a stack started, so that the next start can end those that a killed
 * stack left behind. PostgreSQL keeps such a note itself, in `postmaster.pid`.
 */
export class Leftovers {
  readonly #path: string
  readonly #noted: z.infer<typeof leftoversSchema>

  constructor(folderPath: string) {
    this.#path = join(folderPath, 'processes.json')
    this.#noted = leftoversSchema.safeParse(readJsonFile(this.#path)).data ?? {}
  }

  /** Ends what a former stack left running; a pid that meanwhile belongs to another is let be. */
  end(): void {
    for (const noted of Object.values(this.#noted)) {
      if (isSameProcess(noted)) process.kill(noted.pid, 'SIGKILL')
    }
  }

  /** Notes the present incarnation of a part. */
  note(name: string, pid: number): void {
    this.#noted[name] = { pid, startedAt: readProcess(pid)?.startedAt ?? '' }
    writeJsonFile(this.#path, this.#noted)
  }
}
