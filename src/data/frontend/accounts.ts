/** People who may sign in and their offices, as admins see and change them. */
import { z } from 'zod'
import { ACCOUNT_ROLES } from '../../domain/account/account-role.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { conflictError } from './versioned-write.ts'

const accountRow = z
  .object({
    id: z.uuid(),
    email: z.string(),
    full_name: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    active: z.boolean(),
    version: z.number(),
    profile_offices: z.array(z.object({ office_id: z.uuid() })),
  })
  .transform((row) => ({
    id: row.id,
    email: row.email,
    fullName: row.full_name,
    role: row.role,
    active: row.active,
    version: row.version,
    officeIds: row.profile_offices.map((office) => office.office_id),
  }))
export type Account = z.infer<typeof accountRow>

/** Everybody with access, by name, the switched-off ones last. Others than admins see their colleagues. */
export async function listAccounts(client: FrontendClient): Promise<readonly Account[]> {
  const answer = await client
    .from('profiles')
    .select('id, email, full_name, role, active, version, profile_offices(office_id)')
    .order('active', { ascending: false })
    .order('full_name')
    .limit(1000)
  return z.array(accountRow).parse(unwrap(answer))
}

export type AccountChange = Pick<Account, 'id' | 'version' | 'fullName' | 'role' | 'officeIds'>

const savedAccountSchema = z.object({ result: z.enum(['ok', 'conflict']), profile: accountRow })

/** Changes name, role and offices; AppError `conflict` carries the present account. */
export async function saveAccount(client: FrontendClient, change: AccountChange): Promise<Account> {
  const answer = await client.rpc('save_profile', {
    p_profile: change.id,
    p_version: change.version,
    p_full_name: change.fullName,
    p_role: change.role,
    p_offices: [...change.officeIds],
  })
  const { result, profile } = savedAccountSchema.parse(unwrap(answer))
  if (result === 'conflict') throw conflictError(profile)
  return profile
}

/** Switches access off or on; AppError `invalid` with code `last_admin` for the only admin. */
export async function setAccountActive(
  client: FrontendClient,
  id: string,
  active: boolean,
): Promise<void> {
  unwrap(await client.rpc('set_profile_active', { p_profile: id, p_active: active }))
}

const officeRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    time_zone: z.string(),
    default_country: z.string(),
    version: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    defaultCountry: row.default_country,
    version: row.version,
  }))
export type OfficeRecord = z.infer<typeof officeRow>

/** Offices with their versions, by name. */
export async function listOfficeRecords(client: FrontendClient): Promise<readonly OfficeRecord[]> {
  const answer = await client
    .from('offices')
    .select('id, name, time_zone, default_country, version')
    .order('name')
  return z.array(officeRow).parse(unwrap(answer))
}

const savedOfficeSchema = z.object({ result: z.enum(['ok', 'conflict']), office: officeRow })

/** Makes an office (version null, the id made here) or changes one; AppError `conflict` carries the present one. */
export async function saveOffice(
  client: FrontendClient,
  office: Omit<OfficeRecord, 'version'> & { readonly version: number | null },
): Promise<OfficeRecord> {
  const answer = await client.rpc('save_office', {
    p_office: office.id,
    // The generated types know no null arguments.
    p_version: office.version as number,
    p_name: office.name,
    p_time_zone: office.timeZone,
    p_default_country: office.defaultCountry,
  })
  const { result, office: present } = savedOfficeSchema.parse(unwrap(answer))
  if (result === 'conflict') throw conflictError(present)
  return present
}
