import { parseArgs } from 'node:util'
import { isAppError } from '../../src/lib/app-error.ts'
import { StackError } from '../stack/stack-error.ts'

const USAGE_EXIT_CODE = 2

/**
 * Runs a command's work and turns a failure into two sentences, what happened and what to do, and
 * exit code 1. Arguments that it doesn't know print `usage` and end with exit code 2; a command
 * without usage takes none, so that a misspelt `--dry-run` changes nothing. A fault of the program
 * itself keeps its stack trace.
 */
export async function runCommand(work: () => Promise<void>, usage?: string): Promise<void> {
  try {
    if (usage === undefined) parseArgs()
    await work()
  } catch (error) {
    if (isArgumentFault(error)) {
      process.exitCode = USAGE_EXIT_CODE
      console.error(`${error.message}\n${usage ? `Usage: ${usage}` : 'It takes no arguments.'}`)
      return
    }
    process.exitCode = 1
    if (error instanceof StackError) console.error(`${error.message}\n${error.todo}`)
    else if (isAppError(error))
      console.error([error.message, error.hint].filter(Boolean).join('\n'))
    else console.error(error)
  }
}

/** What node:util's parseArgs throws. */
function isArgumentFault(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_')
}
