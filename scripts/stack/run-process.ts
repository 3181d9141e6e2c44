import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { StackError } from './stack-error.ts'

/** A child process of the stack, as its owner sees it. */
export type RunningProcess = {
  readonly pid: number
  /** Settles, never rejects, when the process is gone; says how it ended. */
  readonly ended: Promise<string>
  /** Sends a signal and waits for the end; after `patienceMs` it sends SIGKILL. */
  stop(signal: NodeJS.Signals, patienceMs?: number): Promise<void>
}

export type ProcessOptions = {
  /** How people call it, at the start of a sentence: "PostgreSQL". */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Output goes here; the file is emptied at each start. */
  readonly logFile: string
  readonly account?: { readonly uid: number; readonly gid: number } | null
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in the terminal reaches only the stack,
 * which stops its parts in order. Output goes to a file: a pipe would break with the stack.
 *
 * @throws StackError if the program can't be started
 */
export async function runProcess(options: ProcessOptions): Promise<RunningProcess> {
  const log = openSync(options.logFile, 'w', 0o600)
  const child = spawn(options.command, options.args, {
    cwd: '/',
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...options.account,
  })
  closeSync(log)
  const ended = whenEnded(child)
  const failure = await Promise.race([
    new Promise<Error>((resolve) => child.once('error', resolve)),
    new Promise<null>((resolve) => child.once('spawn', () => resolve(null))),
  ])
  if (failure || child.pid === undefined) {
    throw new StackError(
      `${options.name} can't be started: ${options.command}${failure ? ` (${failure.message})` : ''}.`,
      'Delete node_modules and run npm install. If a scanner or a no-exec disk forbids the file, allow it.',
      failure,
    )
  }
  return {
    pid: child.pid,
    ended,
    stop: (signal, patienceMs) => stop(child, ended, signal, patienceMs),
  }
}

/**
 * Waits until `isReady` answers true, asking every 25 ms.
 *
 * @throws StackError if the process ends first or takes too long; with the end of its log
 */
export async function waitUntilReady(
  running: RunningProcess,
  options: Pick<ProcessOptions, 'name' | 'logFile'>,
  isReady: () => Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> {
  const end = { how: '' }
  void running.ended.then((how) => (end.how = how))
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 25) {
    if (await isReady()) return
    if (end.how) throw notStarted(`${options.name} stopped while starting (${end.how}).`, options)
    await delay(25)
  }
  throw notStarted(`${options.name} runs but does not answer.`, options)
}

/** The last lines of a log, for a message. */
function readLogTail(logFile: string, lines = 5): string {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}

function notStarted(what: string, options: Pick<ProcessOptions, 'logFile'>): StackError {
  const tail = readLogTail(options.logFile)
  if (/No space left on device/i.test(tail)) {
    return new StackError(`${what} The disk is full.`, 'Free some space, then start again.')
  }
  return new StackError(
    tail ? `${what} Its last words:\n${tail}` : what,
    `Read ${options.logFile}; what it says is missing or wrong is what to put right.`,
  )
}

function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
}

async function stop(
  child: ChildProcess,
  ended: Promise<string>,
  signal: NodeJS.Signals,
  patienceMs = 20_000,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(impatience)
}
