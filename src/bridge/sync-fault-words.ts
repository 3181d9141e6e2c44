/** The stored code of a tick's fault in words: what happened and what to do. */
const UNREACHABLE = [
  'The agents’ database could not be reached.',
  'Check that it runs; Rollcall tries again by itself.',
] as const
const SLOW = [
  'The agents’ database did not answer in time.',
  'Nothing to do: Rollcall tries again with less at a time.',
] as const

const WORDS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  network: UNREACHABLE,
  backend_unreachable: UNREACHABLE,
  timeout: SLOW,
  backend_slow: SLOW,
  backend_down: [
    'The agents’ database can’t work just now.',
    'Rollcall tries again by itself; look at it if that goes on.',
  ],
  backend_busy: [
    'The agents’ database asks for fewer requests.',
    'Nothing to do: Rollcall waits as long as it asks.',
  ],
  backend_key_refused: [
    'The agents’ database refused our key.',
    'Set BACKEND_SERVICE_KEY to its secret key.',
  ],
  not_a_backend: [
    'What answers at the address of the agents’ database is no database API.',
    'Check BACKEND_URL.',
  ],
  backend_not_installed: [
    'The agents’ database lacks Rollcall’s part.',
    'Run npm run backend:install against it.',
  ],
  backend_schema_drift: [
    'The agents’ database has changed: a table or column that Rollcall reads is missing or of another kind.',
    'Ask the agents’ side what changed. Nothing is lost: the sync goes on when it is mended.',
  ],
  backend_triggers_missing: [
    'The agents’ database does not log all of its changes any more.',
    'Run npm run backend:install again; everything is then read anew.',
  ],
  backend_log_incomplete: [
    'The agents’ database does not log all of its changes any more, so Rollcall looks at its conversations in turn: changes may come late.',
    'Run npm run backend:install against it; everything is then read anew.',
  ],
}

/**
 * Words for a code; an unknown one is shown as it is.
 *
 * @param detail what the code is about, e.g. 'column call_info.analysis is missing'
 */
export function faultWords(
  code: string,
  detail: string | null,
): { readonly message: string; readonly hint: string } {
  const [message, hint] = WORDS[code] ?? [
    `The last sync failed (${code}).`,
    'Rollcall tries again by itself. Look at the bridge’s log if it goes on.',
  ]
  return { message: detail === null ? message : `${message} ${sentence(detail)}`, hint }
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
