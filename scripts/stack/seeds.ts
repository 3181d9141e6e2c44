import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from './data-folder.ts'
import type { StackAddresses } from './stack-file.ts'

export type SeedContext = {
  readonly addresses: StackAddresses
  readonly report: (line: string) => void
}

/**
 * Data that is loaded once per data folder, through `dbUrl`: the APIs do not answer yet. It must
 * bear being run again after a crash.
 */
export type StackSeed = {
  readonly name: string
  run(context: SeedContext): Promise<void>
}

/** Runs the seeds that this data folder has not had, and notes them in `seeded.json`. */
export async function runSeeds(
  folderPath: string,
  seeds: readonly StackSeed[],
  context: SeedContext,
): Promise<void> {
  const path = join(folderPath, 'seeded.json')
  const done = new Set(z.array(z.string()).safeParse(readJsonFile(path)).data)
  for (const seed of seeds) {
    if (done.has(seed.name)) continue
    await seed.run(context)
    done.add(seed.name)
    writeJsonFile(path, [...done])
  }
}
