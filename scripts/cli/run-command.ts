import { isAppError } from '../../src/lib/app-error.ts'
import { StackError } from '../stack/stack-error.ts'

/**
 * Runs a command's work and turns a failure into two sentences, what happened and what to do, and
 * exit code 1. A fault of the program itself keeps its stack trace.
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    if (error instanceof StackError) console.error(`${error.message}\n${error.todo}`)
    else if (isAppError(error))
      console.error([error.message, error.hint].filter(Boolean).join('\n'))
    else console.error(error)
  }
}
