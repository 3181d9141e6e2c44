import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** A job's board. */
export const boardText = {
  label: (job: string) => `Board of ${job}`,
  columns: 'Columns',
  search: 'Search this board',
  show: 'Show',
  newInterest: 'Newly interested',
  suggested: 'Suggestions',
  due: 'Follow-up due',
  assignee: 'Assigned to',
  me: 'Me',
  nobody: 'Nobody',
  tag: 'Tag',
  column: (name: string, count: number) => `${name}, ${countOf(count, 'candidate', 'candidates')}`,
  share: (share: string) => `${share} of the board`,
  found: (count: number, total: number) => `${formatNumber(count)} of ${formatNumber(total)}`,
  emptyColumn: 'Nobody here',
  noMatch: 'Nobody here matches',
  emptyTitle: 'Nobody on this board yet',
  emptyAdvice:
    'Launch a campaign: who answers with interest gets a card here. Or add people by hand.',
  setUp: 'Set up columns',
  emptyReadOnly: 'A recruiter of your office can add people or launch a campaign.',
} as const

/** A candidate's card. */
export const cardText = {
  agentSays: 'Agent:',
  nothingSaid: 'Nothing said yet',
  messages: (count: number) => countOf(count, 'WhatsApp message', 'WhatsApp messages'),
  calls: (count: number) => countOf(count, 'call', 'calls'),
  interested: 'Interested',
  notInterested: 'Not interested',
  interestedIs: (answer: string) => `Interested: ${answer}`,
  available: 'Available',
  notAvailable: 'Not available',
  availableIs: (answer: string) => `Available: ${answer}`,
  setByPerson: 'Status set by a person',
  setByAutomation: 'Status set by what the agents found out',
  assignedTo: (name: string) => `Assigned to ${name}`,
  reason: (reason: string) => `Reason: ${reason}`,
  followUp: (day: string) => `Follow up on ${day}`,
  dueToday: 'Due today',
  overdue: (day: string) => `Due since ${day}`,
  moreTags: (count: number) => `+${formatNumber(count)}`,
  suggests: 'Agent suggests',
  accept: (status: string, name: string) => `Accept ${status} for ${name}`,
  dismiss: (status: string, name: string) => `Dismiss ${status} for ${name}`,
  actions: (name: string) => `Actions for ${name}`,
  moveTo: 'Move to',
  resume: 'Let the agents set the status again',
  remove: 'Remove from board',
} as const

/** Dragging, for those who hear the board. */
export const dragText = {
  instructions:
    'Press Enter to open the card, M for its menu, X to select it, Shift and an arrow key to select on the way, Space to pick the card up. While it is picked up, use the arrow keys to move it, Space to drop it, Escape to put it back.',
  picked: (name: string) => `Picked up ${name}.`,
  over: (name: string, column: string, place: number, count: number) =>
    `${name} is over ${column}, place ${formatNumber(place)} of ${formatNumber(count)}.`,
  dropped: (name: string, column: string, place: number) =>
    `Dropped ${name} in ${column}, place ${formatNumber(place)}.`,
  cancelled: (name: string) => `${name} is back where it was.`,
} as const

/** What happened to a card, and what to do about it. */
export const cardChangeText = {
  moved: (name: string, column: string) => `Moved ${name} to ${column}`,
  accepted: (name: string, column: string) => `${name} is now in ${column}`,
  dismissed: (name: string) => `Suggestion for ${name} dismissed`,
  resumed: (name: string) => `The agents set the status of ${name} again`,
  failed: 'The board could not be changed; it is as it was',
  removeTitle: (name: string) => `Remove ${name} from this board?`,
  removeBody:
    'The card goes, with its notes and history. The person stays in their pools and campaigns, and conversations stay readable there.',
  remove: 'Remove from board',
} as const

/** When another person was faster. */
export const cardConflictText = {
  title: (name: string) => `${name} was changed meanwhile`,
  movedBy: (who: string, column: string) => `${who} set the status to ${column}`,
  movedByAutomation: (column: string) => `What the agents found out set the status to ${column}`,
  changed: (column: string) => `Something about it was changed; it is in ${column}`,
  colleague: 'A colleague',
  you: 'You',
  wanted: (column: string) => `You wanted it in ${column}.`,
  leave: (column: string) => `Leave it in ${column}`,
  moveAnyway: (column: string) => `Move it to ${column}`,
  ok: 'Leave it as it is now',
} as const

/** Why somebody is rejected. */
export const rejectText = {
  title: (name: string) => `Reject ${name}`,
  reason: 'Reason',
  hint: 'Optional. Colleagues see it on the card; the candidate is not told.',
  picks: [
    'Not interested',
    'Not available',
    'Too far away',
    'Pay too low',
    'Lacks a card or licence',
    'Not enough experience',
    'No answer',
  ],
  reject: 'Reject',
} as const
