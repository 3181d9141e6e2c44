/** What a recording's address says before anybody opens it. */

/** The host, as it stands in the list of allowed ones; null for what is no web address. */
export function recordingHost(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return new URL(url).hostname
}

const AMZ_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/**
 * When a signed address stops working, ISO 8601: `X-Amz-Date` and `X-Amz-Expires` (S3, seconds),
 * the same as `X-Goog-…`, `Expires` (CloudFront, seconds since 1970) or `se` (Azure, a date).
 * Null where it doesn't say.
 */
export function recordingExpiry(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const search = new URL(url).searchParams
  for (const vendor of ['X-Amz', 'X-Goog']) {
    const parts = AMZ_DATE.exec(search.get(`${vendor}-Date`) ?? '')
    const seconds = Number(search.get(`${vendor}-Expires`) ?? Number.NaN)
    if (parts !== null && Number.isFinite(seconds)) {
      const [, year, month, day, hour, minute, second] = parts
      return toIso(
        Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + seconds * 1000,
      )
    }
  }
  const expires = search.get('Expires')
  if (expires !== null && /^\d{9,11}$/.test(expires)) return toIso(Number(expires) * 1000)
  const until = search.get('se')
  return until === null ? null : toIso(Date.parse(until))
}

function toIso(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null
}
