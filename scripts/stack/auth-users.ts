import type postgres from 'postgres'

export type NewAuthUser = {
  readonly email: string
  readonly password: string
  /** Chosen by the database unless given. */
  readonly id?: string
  /** Laid over what is there. */
  readonly metadata?: Readonly<Record<string, boolean>> | undefined
}

/**
 * Makes an account that can sign in at the local stack, unless one has this e-mail already;
 * an existing account keeps its id and gets the password. The hash is bcrypt, as auth checks it.
 *
 * @param sql a client of the frontend's database as role `postgres`
 * @returns the account's id
 */
export async function saveAuthUser(sql: postgres.ISql, user: NewAuthUser): Promise<string> {
  const email = user.email.trim().toLowerCase()
  const [saved] = await sql<{ id: string }[]>`
    insert into auth.users as u
      (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    values (
      coalesce(${user.id ?? null}::uuid, gen_random_uuid()), 'authenticated', 'authenticated', ${email},
      extensions.crypt(${user.password}, extensions.gen_salt('bf', 10)), now(),
      '{"provider": "email", "providers": ["email"]}', ${sql.json(user.metadata ?? {})}
    )
    on conflict (email) where is_sso_user = false
    do update set encrypted_password = excluded.encrypted_password, updated_at = now(),
      raw_user_meta_data = coalesce(u.raw_user_meta_data, '{}') || excluded.raw_user_meta_data
    returning id`
  const id = saved?.id ?? ''
  await sql`
    insert into auth.identities (id, provider, provider_id, user_id, identity_data)
    values (gen_random_uuid(), 'email', ${id}, ${id}, ${sql.json({ sub: id, email, email_verified: true })})
    on conflict (provider, provider_id) do nothing`
  return id
}
