import { frontend } from '../../../data/frontend/browser-client.ts'
import { listMembersAfter, type Member } from '../../../data/frontend/datasets.ts'
import { noteExport } from '../../../data/frontend/pool-work.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { toCsvText } from '../../../domain/dataset/csv-text.ts'
import { joinTags } from '../../../domain/dataset/tag-list.ts'

const ROWS_A_CALL = 1_000

const HEADERS = [
  memberText.name,
  memberText.phone,
  memberText.email,
  memberText.postcode,
  memberText.location,
  memberText.trade,
  memberText.tags,
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
    joinTags(member.tags),
    cardText(member.blueCard),
    cardText(member.greenCard),
    member.notes,
  ]
}

/** Oldest first, an import's people as in their file. */
function byAge(a: Member, b: Member): number {
  const byTime = Date.parse(a.createdAt) - Date.parse(b.createdAt)
  return byTime || (a.fileRow ?? 0) - (b.fileRow ?? 0)
}

/** The whole pool as a CSV file that import reads back, oldest member first. */
export async function exportMembers(datasetId: string): Promise<string> {
  const members: Member[] = []
  for (;;) {
    const after = members.at(-1)?.id ?? null
    const part = await listMembersAfter(frontend(), datasetId, after, ROWS_A_CALL)
    members.push(...part)
    if (part.length < ROWS_A_CALL) break
  }
  await noteExport(frontend(), datasetId, members.length)
  return toCsvText([HEADERS, ...members.toSorted(byAge).map(toCells)])
}
