/**
 * Two well-known mistakes, made by bridges of a control run: what the judge must catch. They are
 * made on the way to the databases, so that the bridge's own code is what always runs.
 */

/** 'post-blindly': posts again what may have arrived, and asks nobody first. 'cursor-first': moves on, then applies. */
export const CONTROLS = ['post-blindly', 'cursor-first'] as const
export type Control = (typeof CONTROLS)[number]

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : String(input)
}

export function breakOnPurpose(control: string | undefined, inner: typeof fetch): typeof fetch {
  if (control === 'post-blindly') return postBlindly(inner)
  if (control === 'cursor-first') return moveCursorFirst(inner)
  return inner
}

function postBlindly(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (addressOf(input).endsWith('/rpc/rollcall_existing')) return Response.json([])
    if (!addressOf(input).endsWith('/rpc/finish_post') || typeof init?.body !== 'string') {
      return await inner(input, init)
    }
    const body = init.body.replace('"kind":"unconfirmed"', '"kind":"refused"')
    return await inner(input, {
      ...init,
      body: body.replace('"retryable":false', '"retryable":true'),
    })
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
