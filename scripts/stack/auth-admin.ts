/**
 * The part of the auth service's admin API that Rollcall uses, for the secret key only: list accounts,
 * make one, change its password. @supabase/lite has none; the answers are as GoTrue gives them.
 */
import postgres from 'postgres'
import { z } from 'zod'
import { saveAuthUser } from './auth-users.ts'
import type { Handler } from './rest-proxy.ts'

const PATH = /^\/auth\/v1\/admin\/users(?:\/([0-9a-f-]{36}))?$/
const MIN_PASSWORD_LENGTH = 8

const passwordBody = z.object({
  password: z.string().min(MIN_PASSWORD_LENGTH),
  user_metadata: z.record(z.string(), z.boolean()).optional(),
})
const newUserBody = passwordBody.extend({ email: z.email() })

export type AuthAdmin = {
  /** Whether a request is for these endpoints. */
  handles(request: Request): boolean
  readonly fetch: Handler
  stop(): Promise<void>
}

/** @param databaseUrl the frontend's database as role `auth_admin` */
export function createAuthAdmin(databaseUrl: string): AuthAdmin {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, idle_timeout: 5 })
  return {
    handles: (request) => PATH.test(new URL(request.url).pathname),
    fetch: (request) => answer(sql, request),
    stop: () => sql.end(),
  }
}

async function answer(sql: postgres.Sql, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const id = PATH.exec(url.pathname)?.[1]
  if (request.method === 'GET' && id === undefined) {
    const size = Number(url.searchParams.get('per_page') ?? 50)
    const from = (Number(url.searchParams.get('page') ?? 1) - 1) * size
    const users = await sql`
      select id, aud, role, email, created_at, updated_at from auth.users order by created_at, id limit ${size} offset ${from}`
    return Response.json({ users, aud: 'authenticated' })
  }
  const body: unknown = await request.json().catch(() => null)
  if (request.method === 'POST' && id === undefined) {
    const given = newUserBody.safeParse(body)
    if (!given.success) return refusal(422, 'validation_failed', 'Email or password is not valid')
    const [known] = await sql`select from auth.users where email = ${given.data.email}`
    if (known) return refusal(422, 'email_exists', 'A user with this email has been registered')
    const { email, password, user_metadata: metadata } = given.data
    const made = await saveAuthUser(sql, { email, password, metadata })
    return Response.json({ id: made, aud: 'authenticated', email: given.data.email })
  }
  if (request.method === 'PUT' && id !== undefined) {
    const given = passwordBody.safeParse(body)
    if (!given.success) return refusal(422, 'weak_password', 'The password is too short')
    const [user] = await sql<{ email: string }[]>`select email from auth.users where id = ${id}`
    if (!user) return refusal(404, 'user_not_found', 'User not found')
    const { password, user_metadata: metadata } = given.data
    await saveAuthUser(sql, { email: user.email, password, metadata })
    // Whoever knew the old password is out everywhere.
    await sql`delete from auth.refresh_tokens where user_id::text = ${id}`
    await sql`delete from auth.sessions where user_id::text = ${id}`
    return Response.json({ id, aud: 'authenticated', email: user.email })
  }
  return refusal(405, 'not_found', 'Not found')
}

function refusal(code: number, error_code: string, msg: string): Response {
  return Response.json({ code, error_code, msg }, { status: code })
}
