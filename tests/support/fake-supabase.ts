/**
 * A Supabase project in memory, as a `fetch`: one account, and rows per table that PostgREST
 * would answer. For tests of components; what the real one does is tested in tests/integration.
 */
type Row = Readonly<Record<string, unknown>>

export type FakeSupabase = {
  readonly fetch: typeof fetch
  readonly userId: string
  readonly email: string
  /** What signs in; a change of it is kept. */
  password: string
  /** True where an admin handed the password over. */
  mustChangePassword: boolean
  /** What a table answers; a table without rows answers none. */
  readonly rows: Map<string, readonly Row[]>
  /** While true, every token is refused, as when a session was ended by an admin. */
  isRevoked: boolean
}

const USER_ID = '0b8f9a52-5a0e-4c3c-9c0b-0d6b8b0f4f11'
const EMAIL = 'rowan@example.com'
const PASSWORD = 'right'
const LIFE_SECONDS = 3600

function sessionBody(mustChangePassword: boolean) {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '')
  const expiresAt = Math.floor(Date.now() / 1000) + LIFE_SECONDS
  return {
    access_token: `${part({ alg: 'HS256' })}.${part({ sub: USER_ID, exp: expiresAt })}.c2ln`,
    token_type: 'bearer',
    expires_in: LIFE_SECONDS,
    expires_at: expiresAt,
    refresh_token: crypto.randomUUID(),
    user: {
      id: USER_ID,
      email: EMAIL,
      aud: 'authenticated',
      app_metadata: {},
      user_metadata: { must_change_password: mustChangePassword },
    },
  }
}

const refusal = (status: number, body: Row) => Response.json(body, { status })

/** Makes a project whose one person is a recruiter of one office. */
export function fakeSupabase(): FakeSupabase {
  const fake: FakeSupabase = {
    userId: USER_ID,
    email: EMAIL,
    password: PASSWORD,
    mustChangePassword: false,
    isRevoked: false,
    rows: new Map<string, readonly Row[]>([
      [
        'profiles',
        [{ id: USER_ID, email: EMAIL, full_name: 'Rowan Hale', role: 'recruiter', active: true }],
      ],
      [
        'offices',
        [
          {
            id: '6d9a6d7e-0c39-4f0c-8f93-6f8f7a0f3c01',
            name: 'London',
            time_zone: 'Europe/London',
            default_country: 'GB',
          },
        ],
      ],
    ]),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/token')) {
        const { password } = (await request.json()) as { password?: string }
        if (password === undefined || password === fake.password) {
          return Response.json(sessionBody(fake.mustChangePassword))
        }
        return refusal(400, { code: 400, error_code: 'invalid_credentials', msg: 'Invalid' })
      }
      if (pathname.endsWith('/user') && request.method === 'PUT') {
        const { password = '' } = (await request.json()) as { password?: string }
        if (password === fake.password) {
          return refusal(422, { code: 422, error_code: 'same_password', msg: 'Same' })
        }
        fake.password = password
        fake.mustChangePassword = false
        return Response.json({ id: USER_ID })
      }
      if (pathname.endsWith('/logout')) return new Response(null, { status: 204 })
      if (fake.isRevoked) return refusal(401, { code: 'PGRST301', message: 'JWT refused' })
      const rows = fake.rows.get(pathname.split('/').at(-1) ?? '') ?? []
      const wantsOne = request.headers.get('accept')?.includes('vnd.pgrst.object') === true
      if (!wantsOne) return Response.json(rows)
      return rows[0] === undefined
        ? refusal(406, {
            code: 'PGRST116',
            message: 'No row',
            details: 'The result contains 0 rows',
          })
        : Response.json(rows[0])
    },
  }
  return fake
}
