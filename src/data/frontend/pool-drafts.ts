/** Drafts of campaigns whose audience takes in a pool. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const nameRow = z.object({ name: z.string() })

/** Names of the drafts that one can see and that would contact this pool, in their order. */
export async function listDraftsOfPool(
  client: FrontendClient,
  datasetId: string,
): Promise<readonly string[]> {
  const rows = unwrap(
    await client
      .from('campaigns')
      .select('name')
      .eq('state', 'draft')
      .contains('audience', { datasetIds: [datasetId] })
      .order('name'),
  )
  return z
    .array(nameRow)
    .parse(rows)
    .map(({ name }) => name)
}
