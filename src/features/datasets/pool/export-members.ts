import { frontend } from '../../../data/frontend/browser-client.ts'
import { listMembers, type Member } from '../../../data/frontend/datasets.ts'
import { noteExport } from '../../../data/frontend/pool-work.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { toCsvText } from '../../../domain/dataset/csv-text.ts'

const ROWS_A_CALL = 1_000

const HEADERS = [
  memberText.name,
  memberText.phone,
  memberText.email,
  memberText.postcode,
  memberText.location,
  memberText.trade,
  memberText.blueCard,
  memberText.greenCard,
  memberText.notes,
]

function cardText(held: boolean | null): string {
  if (held === null) return ''
  return held ? memberText.yes : memberText.no
}

function toCells(member: Member): readonly string[] {
  return [
    member.name,
    member.phone ?? member.phoneGiven,
    member.email,
    member.postcode,
    member.location,
    member.trade,
    cardText(member.blueCard),
    cardText(member.greenCard),
    member.notes,
  ]
}

/** The whole pool as a CSV file that import reads back, oldest member first. */
export async function exportMembers(datasetId: string): Promise<string> {
  // Oldest first, so that people added meanwhile come at the end and shift nobody. By id, too.
  const members = new Map<string, Member>()
  for (let page = 0; ; page += 1) {
    const filter = { sort: 'created_at', page, pageSize: ROWS_A_CALL } as const
    const { items } = await listMembers(frontend(), datasetId, filter)
    for (const member of items) members.set(member.id, member)
    if (items.length < ROWS_A_CALL) break
  }
  await noteExport(frontend(), datasetId, members.size)
  return toCsvText([HEADERS, ...[...members.values()].map(toCells)])
}
