import { paths } from '../../lib/paths.ts'

/**
 * Where to go after signing in: the address one came from, if it is a page of this app. Anything
 * else, such as another site's address behind `//`, leads to the start.
 */
export function parseReturnAddress(next: string | null): string {
  if (next === null || !next.startsWith('/')) return paths.home()
  const base = 'http://rollcall.invalid'
  // As a browser reads it: it turns backslashes round and drops tabs and line breaks.
  if (!URL.canParse(next, base)) return paths.home()
  const url = new URL(next, base)
  if (url.origin !== base || url.pathname === paths.signIn()) return paths.home()
  return `${url.pathname}${url.search}${url.hash}`
}
