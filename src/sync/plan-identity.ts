/** What a session says about whom it concerns. Deciding is the frontend's SQL, which has the ledger. */
import { compactSlug } from '../domain/campaign/campaign-slug.ts'
import { parseCampaignKey } from '../domain/campaign/campaign-key.ts'
import { parseSessionId } from '../domain/campaign/session-id.ts'
import { e164OfDigits, type E164 } from '../domain/phone/e164.ts'
import { nationalVariants } from '../domain/phone/national-variants.ts'
import { sessionPhone } from '../domain/phone/session-phone.ts'
import { sanitiseText } from '../lib/sanitise-text.ts'
import type { NamedCampaign, PlannedSession } from './planned-session.ts'
import type { SessionState } from './session-state.ts'

type Identity = Pick<
  PlannedSession,
  'aliases' | 'phones' | 'variants' | 'campaigns' | 'parsed' | 'backendCampaign'
>

/** Phones in order: those of `numbers`, then the one in the id; each with its national variants. */
export function planIdentity(state: SessionState): Identity {
  const parsed = parseSessionId(state.session)
  const ofId = parsed === null ? null : e164OfDigits(parsed.digits)
  const given = [...state.numbers.map((number) => sessionPhone(number)), ofId]
  const phones = [...new Set(given.filter((phone): phone is E164 => phone !== null))]
  const variants = new Set(phones.flatMap(nationalVariants))
  const main = state.info?.campaign
  const named = main === null || main === undefined ? state.campaigns : [main, ...state.campaigns]
  const names = [...new Set(named.map(sanitiseText))]
  const campaigns = names.flatMap(toNamedCampaign)
  return {
    aliases: state.aliases,
    phones,
    variants: [...variants].filter((variant) => !phones.includes(variant)),
    campaigns,
    parsed: parsed === null ? null : { compact: parsed.compactSlug, uid: parsed.uid },
    backendCampaign: names[0] ?? null,
  }
}

function toNamedCampaign(name: string): NamedCampaign[] {
  const key = parseCampaignKey(name)
  return key === null ? [] : [{ name, compact: compactSlug(key.slug), uid: key.uid }]
}
