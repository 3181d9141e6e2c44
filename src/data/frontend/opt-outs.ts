/** Numbers that nobody may contact. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PAGE_SIZE, type Page } from './page.ts'

export const OPT_OUT_REASONS = ['opted_out', 'manual', 'wrong_number', 'erased'] as const

const listSchema = z.object({
  total: z.number(),
  items: z.array(
    z.object({
      id: z.uuid(),
      phone: z.string(),
      reason: z.enum(OPT_OUT_REASONS),
      /** A channel, an import, or a person. */
      source: z.string(),
      note: z.string(),
      /** They asked for it themselves, at first or since. */
      said: z.boolean(),
      createdBy: z.uuid().nullable(),
      createdAt: z.string(),
      liftedAt: z.string().nullable(),
      liftedBy: z.uuid().nullable(),
      liftedReason: z.string().nullable(),
    }),
  ),
})
export type OptOut = z.infer<typeof listSchema>['items'][number]

export type OptOutFilter = {
  /** A number or at least four digits of it, in any form. */
  readonly search: string
  readonly reason: string
  readonly state: 'active' | 'lifted' | ''
  /** Counted from 0. */
  readonly page: number
}

/** For admins; the latest first. */
export async function listOptOuts(
  client: FrontendClient,
  { search, reason, state, page }: OptOutFilter,
): Promise<Page<OptOut>> {
  const answer = await client.rpc('list_opt_outs', {
    p_search: search,
    p_reason: reason,
    p_state: state,
    p_offset: page * PAGE_SIZE,
  })
  return listSchema.parse(unwrap(answer))
}

/** Whether this number may be contacted by nobody: yes or no, for everybody who may sign in. */
export async function isOptedOut(client: FrontendClient, phone: string): Promise<boolean> {
  return z.boolean().parse(unwrap(await client.rpc('is_suppressed', { p_phone: phone })))
}

/** @param phone in E.164 @throws AppError `invalid`, code `already_opted_out` */
export async function addOptOut(
  client: FrontendClient,
  phone: string,
  reason: string,
  note: string,
): Promise<void> {
  unwrap(await client.rpc('add_opt_out', { p_phone: phone, p_reason: reason, p_note: note }))
}

/** Takes off what a person put on; what they said themselves is refused (`said_themselves`). */
export async function liftOptOut(
  client: FrontendClient,
  id: string,
  reason: string,
): Promise<void> {
  unwrap(await client.rpc('lift_opt_out', { p_id: id, p_reason: reason }))
}
