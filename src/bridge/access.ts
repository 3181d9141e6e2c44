/**
 * Who may ask for what. Every user route first reads its campaign or recipient with the asker's own
 * token, so that row-level security decides, then checks the role; only after that the service key is used.
 */
import { z } from 'zod'
import { ACCOUNT_ROLES, type AccountRole } from '../domain/account/account-role.ts'
import { AppError } from '../lib/app-error.ts'
import { unwrap } from '../data/unwrap.ts'
import type { FrontendClient } from '../data/frontend/bridge-clients.ts'

/** The person behind a request, as our own tables know them. */
export type Asker = {
  readonly userId: string
  readonly role: AccountRole
  /** Sees what the person sees. */
  readonly client: FrontendClient
}

const profileSchema = z.object({
  role: z.enum(ACCOUNT_ROLES),
  active: z.boolean(),
})

/** Looks the role up in `profiles`, never in the token's claims. */
export async function loadAsker(userId: string, client: FrontendClient): Promise<Asker> {
  const row = unwrap(
    await client.from('profiles').select('role, active').eq('id', userId).maybeSingle(),
  )
  const profile = profileSchema.safeParse(row)
  if (!profile.success || !profile.data.active) {
    throw new AppError('forbidden', 'Your account is not active here.', {
      code: 'no_profile',
      hint: 'Ask one of your admins to add you to an office.',
    })
  }
  return { userId, role: profile.data.role, client }
}

/** Fails for viewers. */
export function requireRecruiter(asker: Asker): void {
  if (asker.role === 'viewer') {
    throw new AppError('forbidden', 'You can look at this but not change it.', {
      code: 'read_only',
      hint: 'Ask an admin for the role "recruiter".',
    })
  }
}

/** Fails for everybody but admins. */
export function requireAdmin(asker: Asker): void {
  if (asker.role !== 'admin') {
    throw new AppError('forbidden', 'Only an admin can do this.', {
      code: 'admin_only',
      hint: 'Ask one of your admins.',
    })
  }
}

const uuidSchema = z.uuid()

async function readVisible(
  asker: Asker,
  table: 'campaigns' | 'campaign_candidates',
  id: string,
  noun: string,
): Promise<void> {
  const known = uuidSchema.safeParse(id)
  const row = known.success
    ? unwrap(await asker.client.from(table).select('id').eq('id', known.data).maybeSingle())
    : null
  if (row === null) {
    throw new AppError('not-found', `This ${noun} is not there, or not yours to see.`, {
      code: `${noun}_not_found`,
      hint: 'Check the address, or ask an admin whether you belong to its office.',
    })
  }
}

/** Fails unless the asker may see the campaign. */
export function requireCampaign(asker: Asker, campaignId: string): Promise<void> {
  return readVisible(asker, 'campaigns', campaignId, 'campaign')
}

/** Fails unless the asker may see the recipient. */
export function requireRecipient(asker: Asker, recipientId: string): Promise<void> {
  return readVisible(asker, 'campaign_candidates', recipientId, 'recipient')
}
