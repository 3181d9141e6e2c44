/**
 * Accounts that can sign in, made by admins. Passwords are made up here and told once, to who asked;
 * whose they are chooses another one at the first sign-in.
 */
import { Hono } from 'hono'
import { z } from 'zod'
import { createAuthAccounts } from '../../data/frontend/auth-accounts.ts'
import { unwrap } from '../../data/unwrap.ts'
import { ACCOUNT_ROLES } from '../../domain/account/account-role.ts'
import { AppError } from '../../lib/app-error.ts'
import { requireAdmin } from '../access.ts'
import type { BridgeParts } from '../parts.ts'
import { readBody } from '../read-body.ts'

const accountBody = z.object({
  email: z.email().transform((email) => email.trim().toLowerCase()),
  fullName: z.string().trim().max(200),
  role: z.enum(ACCOUNT_ROLES),
  officeIds: z.array(z.uuid()).max(200),
})

const PASSWORD_BYTES = 12

/** Sixteen characters that can be read out and typed. */
function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(PASSWORD_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

export function accountRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  const accounts = createAuthAccounts(parts.frontend)

  app.post('/accounts', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    requireAdmin(asker)
    const { email, fullName, role, officeIds } = await readBody(context.req.raw, accountBody)
    const password = newPassword()
    const { id, isNew } = await accounts.make(email, { text: password, oneTime: true })
    unwrap(
      await parts.frontend.rpc('add_profile', {
        p_actor: asker.userId,
        p_id: id,
        p_email: email,
        p_full_name: fullName,
        p_role: role,
        p_offices: officeIds,
      }),
    )
    return context.json({ id, password: isNew ? password : null }, 201)
  })

  app.post('/accounts/:id/password', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    requireAdmin(asker)
    const id = z.uuid().safeParse(context.req.param('id'))
    const profile = id.success
      ? unwrap(await asker.client.from('profiles').select('id').eq('id', id.data).maybeSingle())
      : null
    if (profile === null) {
      throw new AppError('not-found', 'This person is not there.', {
        code: 'profile_not_found',
        hint: 'Reload the page.',
      })
    }
    const password = newPassword()
    await accounts.setPassword(profile.id, { text: password, oneTime: true })
    unwrap(
      await parts.frontend.from('audit_log').insert({
        actor_id: asker.userId,
        action: 'reset-password',
        entity_type: 'profile',
        entity_id: profile.id,
      }),
    )
    return context.json({ id: profile.id, password })
  })
  return app
}
