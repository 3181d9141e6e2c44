import { Link } from 'react-router'
import type { BehindRow, Figure } from '../../../data/frontend/behind-figures.ts'
import { paths } from '../../../lib/paths.ts'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { behindText } from '../../../ui/text/behind.ts'
import { deliveryCodeText } from '../../../ui/text/delivery-codes.ts'
import { lineOf } from '../../../ui/text/media.ts'
import { parseTone } from '../../../ui/theme/tones.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'

const CODES: Readonly<Record<string, string>> = deliveryCodeText

/** What a row is called; who came without a name still has a row to open. */
export function behindName({ name }: BehindRow): string {
  return name === '' ? behindText.noName : name
}

/** Where a row leads: the card, the message, the conversation, or the line of the ledger. */
export function behindHref(figure: Figure, row: BehindRow): string {
  const { id, candidateId, jobId, recipientId, campaignId, chatId } = row
  if (candidateId !== null && jobId !== null) return paths.candidate(jobId, candidateId)
  if (recipientId === null || campaignId === null) return paths.dashboard()
  if (figure === 'replies') return `${paths.conversation(recipientId)}#message-${chatId ?? id}`
  if (figure === 'became-interested') return paths.conversation(recipientId)
  return paths.campaignRecipient(campaignId, recipientId)
}

function Place({ row }: { readonly row: BehindRow }) {
  const { jobId, campaignId, place } = row
  if (jobId !== null) return <Link to={paths.job(jobId)}>{place}</Link>
  return campaignId === null ? place : <Link to={paths.campaign(campaignId)}>{place}</Link>
}

/** What a figure's rows tell beside who it is. */
function factColumn(figure: Figure): Column<BehindRow> {
  if (figure === 'suggested') {
    return {
      key: 'suggested',
      title: behindText.suggestion,
      cell: ({ suggested, suggestedName }) =>
        suggested !== null && (
          <StatusBadge
            status={suggested}
            custom={suggestedName === null ? undefined : { label: suggestedName }}
          />
        ),
      width: '160px',
    }
  }
  if (figure === 'failed' || figure === 'doubtful') {
    return {
      key: 'why',
      title: behindText.why,
      cell: ({ code }) => (code === null ? '' : (CODES[code] ?? code)),
    }
  }
  return {
    key: 'text',
    title: figure === 'replies' ? behindText.wrote : behindText.said,
    cell: ({ text }) => lineOf(text),
    wideOnly: figure !== 'replies',
  }
}

/** The columns of the list behind a figure. */
export function behindColumns(figure: Figure): readonly Column<BehindRow>[] {
  return [
    { key: 'name', title: behindText.person, cell: behindName },
    {
      key: 'status',
      title: behindText.status,
      cell: ({ status, statusName, statusColour }) => (
        <StatusBadge
          status={status}
          custom={
            statusName === null
              ? undefined
              : { label: statusName, tone: parseTone(statusColour ?? '') }
          }
        />
      ),
      width: '148px',
      wideOnly: figure === 'replies',
    },
    factColumn(figure),
    {
      key: 'place',
      title: behindText.place,
      cell: (row) => <Place row={row} />,
      wideOnly: true,
      width: '20%',
    },
    {
      key: 'at',
      title: figure === 'follow-ups' ? behindText.due : behindText.when,
      cell: ({ at }) => <RelativeTime at={at} />,
      align: 'end',
      width: '120px',
    },
  ]
}
