/**
 * Well-known mistakes, made by bridges of a control run: what the judge must catch, and as what. They
 * are made on the way to the neighbours, so that the bridge's own code is what always runs.
 */

/**
 * By name, the verdict that it must lead to:
 *
 * - post-blindly: posts once more whatever was not plainly accepted, as clients do that retry by themselves
 * - believe-answers: takes everybody for begun with of whom an answer said 2xx
 * - post-regardless: posts although a stop, a wish or a change came in between
 * - cursor-first: moves on, then applies
 */
export const CONTROLS = {
  'post-blindly': 'double',
  'believe-answers': 'lost',
  'post-regardless': 'unwanted',
  'cursor-first': 'wrong',
} as const
export type Control = keyof typeof CONTROLS

const BROKEN: Readonly<Record<Control, (inner: typeof fetch) => typeof fetch>> = {
  'post-blindly': postBlindly,
  'believe-answers': believeAnswers,
  'post-regardless': postRegardless,
  'cursor-first': moveCursorFirst,
}

export function breakOnPurpose(control: string | undefined, inner: typeof fetch): typeof fetch {
  const name = Object.keys(CONTROLS).find((one) => one === control) as Control | undefined
  return name === undefined ? inner : BROKEN[name](inner)
}

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : String(input)
}

const isPost = (input: string | URL | Request) => addressOf(input).endsWith('/session-created')

function postBlindly(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (!isPost(input)) return await inner(input, init)
    const text = await inner(input, init)
      .then((answer) => (answer.ok ? answer.clone().text() : ''))
      .catch(() => '')
    if (text.includes('"accepted"')) return new Response(text)
    return await inner(input, init)
  }
}

function believeAnswers(inner: typeof fetch): typeof fetch {
  const believed = new Set<string>()
  return async (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : '{}'
    if (isPost(input)) {
      const answer = await inner(input, init)
      const { tasks } = JSON.parse(body) as { tasks: { session: string }[] }
      if (answer.ok) for (const { session } of tasks) believed.add(session)
      return answer
    }
    if (!addressOf(input).endsWith('/rpc/rollcall_existing')) return await inner(input, init)
    const { p_sessions: asked } = JSON.parse(body) as { p_sessions: string[] }
    const existing = (await (await inner(input, init)).json()) as string[]
    return Response.json([...existing, ...asked.filter((session) => believed.has(session))])
  }
}

function postRegardless(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await inner(input, init)
    if (!addressOf(input).endsWith('/rpc/begin_post') || !answer.ok) return answer
    return Response.json({ result: 'go', attempt: 1 })
  }
}

const NOTHING = { sessions: [], messages: [], calls: [], lines: [], events: [], issues: [] }

function moveCursorFirst(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (!addressOf(input).endsWith('/rpc/sync_apply') || typeof init?.body !== 'string') {
      return await inner(input, init)
    }
    const { p_apply: page } = JSON.parse(init.body) as { p_apply: Record<string, unknown> }
    const moved = await inner(input, {
      ...init,
      body: JSON.stringify({ p_apply: { ...page, ...NOTHING } }),
    })
    const { version } = (await moved.clone().json()) as { version?: number }
    // A process that dies here, or a request that is lost from here on, has lost the page.
    const late = { ...page, version, cursor: page['next'] }
    return await inner(input, { ...init, body: JSON.stringify({ p_apply: late }) })
  }
}
