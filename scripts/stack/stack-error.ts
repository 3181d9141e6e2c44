/**
 * A failure of the local stack that a person can do something about. It is printed as two
 * sentences, what happened and what to do, without a stack trace.
 */
export class StackError extends Error {
  override readonly name = 'StackError'
  /** What the person at the terminal should do. */
  readonly todo: string

  constructor(what: string, todo: string, cause?: unknown) {
    super(what, { cause })
    this.todo = todo
  }
}

/** The code of a failed system call (`EACCES`, `ENOSPC`, …), or '' for anything else. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
