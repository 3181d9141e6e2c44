/** The person who is signed in, and the offices they belong to. */
import { z } from 'zod'
import { ACCOUNT_ROLES } from '../../domain/account/account-role.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const profileRow = z
  .object({
    id: z.uuid(),
    email: z.string(),
    full_name: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    active: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    email: row.email,
    fullName: row.full_name,
    role: row.role,
    active: row.active,
  }))
export type Profile = z.infer<typeof profileRow>

const officeRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    time_zone: z.string(),
    default_country: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    defaultCountry: row.default_country,
  }))
export type Office = z.infer<typeof officeRow>

/** The profile of an account; null where nobody made one, which an admin has to. */
export async function getProfile(client: FrontendClient, userId: string): Promise<Profile | null> {
  const answer = await client
    .from('profiles')
    .select('id, email, full_name, role, active')
    .eq('id', userId)
    .maybeSingle()
  const row = unwrap(answer)
  return row === null ? null : profileRow.parse(row)
}

/** The offices whose rows one sees, by name: one's own, or all for an admin. */
export async function listOffices(client: FrontendClient): Promise<readonly Office[]> {
  const answer = await client
    .from('offices')
    .select('id, name, time_zone, default_country')
    .order('name')
  return z.array(officeRow).parse(unwrap(answer))
}

const assigneeRow = z
  .object({
    id: z.uuid(),
    email: z.string(),
    full_name: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    profile_offices: z.array(z.object({ office_id: z.uuid() })),
  })
  .transform((row) => ({
    id: row.id,
    name: row.full_name || row.email,
    role: row.role,
    offices: row.profile_offices.map(({ office_id }) => office_id),
  }))

/** Who may look after an office's conversations, by name: its recruiters, and admins. */
export async function listAssignees(
  client: FrontendClient,
  officeId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const answer = await client
    .from('profiles')
    .select('id, email, full_name, role, profile_offices(office_id)')
    .eq('active', true)
    .neq('role', 'viewer')
    .order('full_name')
  return z
    .array(assigneeRow)
    .parse(unwrap(answer))
    .filter(({ role, offices }) => role === 'admin' || offices.includes(officeId))
    .map(({ id, name }) => ({ id, name }))
}

export type Colleague = {
  readonly id: string
  /** As in the profile, or else the e-mail address. */
  readonly name: string
  /** Whether somebody can still be assigned to them. */
  readonly active: boolean
}

/** Everybody with a profile, by name: for who did what, and whom to assign. */
export async function listColleagues(client: FrontendClient): Promise<readonly Colleague[]> {
  const answer = await client
    .from('profiles')
    .select('id, email, full_name, role, active')
    .order('full_name')
  const profiles = z.array(profileRow).parse(unwrap(answer))
  return profiles.map(({ id, email, fullName, active }) => ({
    id,
    name: fullName || email,
    active,
  }))
}
