/** The stored code of a tick's fault in words: what happened and what to do. */
const WORDS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  network: [
    'The agents’ database could not be reached.',
    'Check that it runs; Rollcall tries again by itself.',
  ],
  timeout: [
    'The agents’ database did not answer in time.',
    'Nothing to do: Rollcall tries again with less at a time.',
  ],
  forbidden: [
    'The agents’ database refused our key.',
    'Set BACKEND_SERVICE_KEY to its secret key.',
  ],
  unauthenticated: [
    'The agents’ database refused our key.',
    'Set BACKEND_SERVICE_KEY to its secret key.',
  ],
  backend_not_installed: [
    'The agents’ database lacks Rollcall’s part.',
    'Run npm run backend:install against it.',
  ],
  backend_part_missing: [
    'The agents’ database lacks a table that Rollcall reads.',
    'Run npm run backend:test to see which one.',
  ],
  backend_schema_drift: [
    'The agents’ database has changed: a table or column that Rollcall reads is missing or of another kind.',
    'Run npm run backend:test to see which one. Nothing is lost: the sync goes on when it is mended.',
  ],
  backend_triggers_missing: [
    'The agents’ database does not log all of its changes any more.',
    'Run npm run backend:install again; everything is then read anew.',
  ],
}

/** Words for a code; an unknown one is shown as it is. */
export function faultWords(code: string): { readonly message: string; readonly hint: string } {
  const [message, hint] = WORDS[code] ?? [
    `The last sync failed (${code}).`,
    'Rollcall tries again by itself. Look at the bridge’s log if it goes on.',
  ]
  return { message, hint }
}
