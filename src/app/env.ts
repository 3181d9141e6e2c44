import { z } from 'zod'
import { err, ok, type Result } from '../lib/result.ts'
import { envText } from '../ui/text/shell.ts'

const envSchema = z.object({
  /** Address of the frontend's Supabase project. */
  frontendUrl: z.url(),
  /** Its publishable key. */
  frontendAnonKey: z.string().min(1),
  /** Address of the bridge, ending in /bridge. */
  bridgeUrl: z.url(),
  /** An account to offer on the sign-in page, in a demo only. */
  demo: z.object({ email: z.string(), password: z.string() }).optional(),
  /** Whether to say that nobody is really contacted. */
  demoBanner: z.boolean().default(false),
})

/** What the app must know before it starts; served as /env.json beside it. */
export type Env = z.infer<typeof envSchema>

/** True for keys that open every row to whoever has them: `sb_secret_…`, or a JWT that says so. */
function isSecretKey(key: string): boolean {
  if (key.startsWith('sb_secret_')) return true
  const claims = key.split('.')[1]
  if (claims === undefined) return false
  try {
    return atob(claims.replaceAll('-', '+').replaceAll('_', '/')).includes('service_role')
  } catch {
    return false
  }
}

function toFault(issue: z.core.$ZodIssue, raw: unknown): string {
  const name = issue.path.join('.')
  if (name === '') return envText.notJson
  const [first] = issue.path
  const given = typeof raw === 'object' && raw !== null && first !== undefined && first in raw
  if (!given) return envText.missing(name)
  return issue.code === 'invalid_format' ? envText.notAddress(name) : envText.wrong(name)
}

/** Checks the settings and lists every fault at once. */
export function parseEnv(raw: unknown): Result<Env, readonly string[]> {
  const parsed = envSchema.safeParse(raw)
  if (!parsed.success) return err(parsed.error.issues.map((issue) => toFault(issue, raw)))
  return isSecretKey(parsed.data.frontendAnonKey) ? err([envText.secretKey]) : ok(parsed.data)
}

/** Loads the settings from beside the app. */
export async function loadEnv(): Promise<Result<Env, readonly string[]>> {
  let answer: Response
  try {
    answer = await fetch('/env.json')
  } catch {
    return err([envText.unreachable])
  }
  if (!answer.ok) return err([`${envText.unreachable} (${answer.status})`])
  try {
    return parseEnv(await answer.json())
  } catch {
    return err([envText.notJson])
  }
}
