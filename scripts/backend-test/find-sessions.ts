import { unwrapBackend } from '../../src/data/backend/backend-error.ts'
import type { BackendClient } from '../../src/data/backend/client.ts'
import { digitsOf, type E164 } from '../../src/domain/phone/e164.ts'

const MEMORY_SUFFIX = '__Postgres_Chat_Memory'

/**
 * Ids of the sessions of a phone number: those that `numbers` gives it to, and those whose id ends
 * with its digits, for a chat may stand without any other row. Reads whole tables: for people at a
 * terminal.
 *
 * @throws AppError
 */
export async function findSessions(client: BackendClient, phone: E164): Promise<string[]> {
  const digits = digitsOf(phone)
  const ending = `*\\_${digits}`
  const answers = await Promise.all([
    client
      .from('numbers')
      .select('session_id')
      .in('phone_number', [phone, digits, `00${digits}`]),
    client.from('session_info').select('session_id').like('session_id', ending),
    client.from('call_info').select('session_id').like('session_id', ending),
    client
      .from('chat_history')
      .select('session_id')
      .or(`session_id.like.${ending},session_id.like.${ending}${MEMORY_SUFFIX}`),
  ])
  const ids = answers.flatMap((answer) => unwrapBackend(answer) ?? [])
  const sessions = ids.flatMap(({ session_id: id }) =>
    id === null ? [] : [id.replace(new RegExp(`${MEMORY_SUFFIX}$`), '')],
  )
  return [...new Set(sessions)].sort()
}
