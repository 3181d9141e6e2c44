/**
 * Where Rollcall may send. The address is set on the server only: https, an allowed host, no
 * credentials in it, and no way into a private network. The loopback address is for the local
 * stack alone.
 */
import { err, ok, type Result } from '../lib/result.ts'

export type WebhookAddressRules = {
  /** Hosts that are allowed; empty: the base's own. */
  readonly hosts: readonly string[]
  /** True in the local stack: http on the loopback address. */
  readonly allowLoopback: boolean
}

export type WebhookAddressFault =
  | 'not_a_url'
  | 'not_https'
  | 'has_credentials'
  | 'has_query'
  | 'host_not_allowed'
  | 'private_address'

/** Each fault as what happened and what to do. */
export const WEBHOOK_ADDRESS_MESSAGES: Readonly<Record<WebhookAddressFault, string>> = {
  not_a_url: 'WEBHOOK_BASE is not an address. Give it as https://host/webhook.',
  not_https: 'WEBHOOK_BASE must begin with https://, because it carries phone numbers.',
  has_credentials: 'WEBHOOK_BASE holds a user or password. Use WEBHOOK_TOKEN_HEADER for them.',
  has_query: 'WEBHOOK_BASE may not end in a query or a fragment. Cut it after the path.',
  host_not_allowed:
    'The host of WEBHOOK_BASE is not in WEBHOOK_HOSTS. Add it there if it is right.',
  private_address: 'WEBHOOK_BASE leads into a private network. Use the public address of n8n.',
}

/** The base without a slash at its end, or why it can't be used. */
export function parseWebhookBase(
  text: string,
  rules: WebhookAddressRules,
): Result<string, WebhookAddressFault> {
  if (!URL.canParse(text)) return err('not_a_url')
  const url = new URL(text)
  const host = plainHost(url)
  const onLoopback = rules.allowLoopback && isLoopback(host)
  if (url.username !== '' || url.password !== '') return err('has_credentials')
  if (url.search !== '' || url.hash !== '') return err('has_query')
  if (url.protocol !== 'https:' && !(onLoopback && url.protocol === 'http:'))
    return err('not_https')
  if (!onLoopback && isPrivateAddress(host)) return err('private_address')
  if (rules.hosts.length > 0 && !rules.hosts.includes(url.host) && !rules.hosts.includes(host)) {
    return err('host_not_allowed')
  }
  return ok(url.origin + url.pathname.replace(/\/+$/, ''))
}

/** A host name without the brackets of IPv6 and the dot of a fully qualified name. */
function plainHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host)
}

const PRIVATE_V4 = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./, // link-local, where clouds keep their credentials
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^192\.0\.0\./,
  /^198\.1[89]\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./, // shared by carriers, RFC 6598
  /^(?:22[4-9]|2[3-5]\d)\./, // multicast, reserved, broadcast
]

/**
 * True for an address that leads into this machine or a private network, and for names that can
 * only mean one. Give it what a name resolved to as well.
 */
export function isPrivateAddress(host: string): boolean {
  const name = host.toLowerCase()
  if (name === 'localhost' || /\.(?:localhost|local|internal|home\.arpa)$/.test(name)) return true
  const embedded = v4InV6(name)
  if (embedded !== null) return isPrivateAddress(embedded)
  if (name.includes(':')) return /^(?:::1?$|f[cd]|fe[89a-f]|ff|2001:db8:)/.test(name)
  return PRIVATE_V4.some((range) => range.test(name))
}

/** The IPv4 address that an IPv6 one stands for (`::ffff:…`, `64:ff9b::…`), or null. */
function v4InV6(name: string): string | null {
  const match =
    /^(?:::ffff:|64:ff9b::)(?:(?<dotted>\d+\.\d+\.\d+\.\d+)|(?<high>[0-9a-f]{1,4}):(?<low>[0-9a-f]{1,4}))$/.exec(
      name,
    )
  if (!match?.groups) return null
  const { dotted, high = '', low = '' } = match.groups
  if (dotted !== undefined) return dotted
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [left >> 8, left & 255, right >> 8, right & 255].join('.')
}
