import { IconMicrophone } from '@tabler/icons-react'
import type { ListedCall } from '../../../data/frontend/calls.ts'
import type { Column } from '../../../ui/table/column.ts'
import { callLogText } from '../../../ui/text/calls.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './calls.module.css'
import { EndedWords } from './ended-words.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'

/** The columns of the log of calls; those for wide lists go where a panel stands beside them. */
export const CALL_LOG_COLUMNS: readonly Column<ListedCall>[] = [
  { key: 'name', title: callLogText.person, cell: (call) => call.name },
  {
    key: 'outcome',
    title: callLogText.outcome,
    cell: (call) => <OutcomeBadge disposition={call.disposition} />,
    width: '138px',
  },
  {
    key: 'called_at',
    title: callLogText.when,
    sortable: true,
    cell: (call) =>
      call.calledAt === null ? callLogText.noTime : <RelativeTime at={call.calledAt} />,
    width: '120px',
  },
  {
    key: 'duration',
    title: callLogText.duration,
    sortable: true,
    align: 'end',
    cell: (call) => (call.durationSeconds === null ? '–' : callText.duration(call.durationSeconds)),
    width: '100px',
    wideOnly: true,
  },
  {
    key: 'ended',
    title: callLogText.ended,
    cell: (call) => <EndedWords {...call} />,
    wideOnly: true,
  },
  {
    key: 'campaign',
    title: callLogText.campaign,
    cell: (call) => call.campaignName,
    wideOnly: true,
  },
  {
    key: 'recording',
    title: callLogText.recording,
    cell: (call) =>
      call.hasRecording && (
        <IconMicrophone
          size={16}
          aria-label={callLogText.hasRecording}
          className={classes['icon']}
        />
      ),
    width: '90px',
    wideOnly: true,
  },
]
