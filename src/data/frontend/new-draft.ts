import { campaignSlug } from '../../domain/campaign/campaign-slug.ts'
import { generateCampaignUid } from '../../domain/campaign/campaign-uid.ts'
import type { NewDraft } from './campaign-drafts.ts'

/** The database takes names of up to so many characters. */
export const MAX_NAME_LENGTH = 120

const UINT32_VALUES = 2 ** 32

/** Chance that can't be foreseen: a campaign's uid stands in every session id. */
function secureRandom(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / UINT32_VALUES
}

/** The identity of a new draft called `name`; made once, so that sending it again is harmless. */
export function newDraft(name: string): NewDraft {
  return {
    id: crypto.randomUUID(),
    name,
    slug: campaignSlug(name),
    uid: generateCampaignUid(secureRandom),
  }
}

/** What a copy is called: "Plumber - London (copy)", shortened where it would be too long. */
export function copyName(name: string, copyWord: string): string {
  const suffix = ` (${copyWord})`
  return name.slice(0, MAX_NAME_LENGTH - suffix.length).trimEnd() + suffix
}
