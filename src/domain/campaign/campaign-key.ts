import type { Brand } from '../../lib/brand.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { slugify } from './campaign-slug.ts'
import { isCampaignUid } from './campaign-uid.ts'

/** A campaign as it is stored and sent: `plumber-london_abc123xyz`. */
export type CampaignKey = Brand<string, 'CampaignKey'>

export type ParsedCampaignKey = {
  /** The base name, `plumber-london`. Other campaigns may have the same. */
  readonly slug: string
  /** Null where the backend holds the campaign without its uid. */
  readonly uid: string | null
}

/** Builds the key that the launch webhook sends. */
export function campaignKey(slug: string, uid: string): CampaignKey {
  return `${slug}_${uid}` as CampaignKey
}

/**
 * Reads a campaign as a backend may hold it: the key, the slug alone, or the shown name
 * ("Plumber - London"). Null where nothing readable is in it. Look for the exact key first;
 * a base name says which campaign only if exactly one has it.
 */
export function parseCampaignKey(text: string): ParsedCampaignKey | null {
  const plain = sanitiseText(text).trim().toLowerCase()
  const separator = plain.lastIndexOf('_')
  const uid = plain.slice(separator + 1)
  const hasUid = separator > 0 && isCampaignUid(uid)
  const slug = slugify(hasUid ? plain.slice(0, separator) : plain)
  return slug === '' ? null : { slug, uid: hasUid ? uid : null }
}
