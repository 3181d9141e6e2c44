import { asciiWords } from '../../lib/ascii-words.ts'

/**
 * Longest slug. A session id (slug without separators, uid, phone digits: 26 more) and the
 * suffix of n8n's chat memory must fit the backend's `varchar(255)`; the frontend allows 100.
 */
export const MAX_SLUG_LENGTH = 80

const FALLBACK = 'campaign'

/** The words of any name as `plumber-london`, whole words up to the limit; may be empty. */
export function slugify(name: string): string {
  const slug = asciiWords(name).join('-')
  if (slug.length <= MAX_SLUG_LENGTH) return slug
  const cut = slug.slice(0, MAX_SLUG_LENGTH)
  const lastSeparator = slug[MAX_SLUG_LENGTH] === '-' ? MAX_SLUG_LENGTH : cut.lastIndexOf('-')
  return lastSeparator > 0 ? cut.slice(0, lastSeparator) : cut
}

/**
 * The slug of a campaign shown as `name`: "Plumber - London" → `plumber-london`. A name with
 * nothing that can be spelt in ASCII is `campaign`; the uid tells such campaigns apart.
 */
export function campaignSlug(name: string): string {
  return slugify(name) || FALLBACK
}

/** A slug without separators, as session ids begin: `plumberlondon`. */
export function compactSlug(slug: string): string {
  return slug.replaceAll('-', '')
}

/**
 * A readable name for a campaign of the backend that we hold no name of: "Plumber London".
 * Where the name had its dash is not in the slug, so none is made up.
 */
export function nameFromSlug(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
