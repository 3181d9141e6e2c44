/**
 * The driver `postgres` 3.4.9 throws outside of every promise when a transaction of its goes on after
 * PostgreSQL was killed: `connection.js`, `nextWrite`, whose socket is gone by then. The statement
 * is lost with its connection, which is nothing new; the process need not end for it.
 */
export function isDriverFault(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /reading 'write'/.test(error.message) &&
    /postgres\/(src|cjs\/src)\/connection\.js/.test(error.stack ?? '')
  )
}

/** A statement that nobody waits for any more ended with its connection. */
export function isLostConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|ECONNRESET|ECONNREFUSED|EPIPE|57P0[123])$/.test(
    code,
  )
}
