import { countOf } from './plural.ts'

/** Words of the rules from answers to statuses. */
export const rulesText = {
  title: 'Status rules',
  advice:
    'What agents find out becomes a status by the first rule that holds. After the last one, any sign of life gives “Contacted”.',
  campaign: 'Campaign',
  newCampaigns: 'New campaigns',
  newAdvice: 'Campaigns launched from now on begin with these. Running ones keep theirs.',
  isDefault: 'This campaign has no rules of its own: it follows the standard ones.',
  deriving: 'The last change is still being carried out.',
  order: 'Order',
  objective: 'When this is true',
  status: 'The status is',
  refusal: 'Counts as a refusal',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  drag: (name: string) => `Drag ${name} to another place`,
  remove: (name: string) => `Remove ${name}`,
  moved: (name: string, place: number, of: number) => `${name} is now rule ${place} of ${of}`,
  add: 'Add rule',
  newObjective: 'Objective',
  objectiveFault: 'Write it in small letters, digits and underscores, such as has_licence.',
  preview: 'Show what changes',
  previewTitle: 'What would change',
  looked: (count: number, more: boolean) =>
    more
      ? `Worked out on the first ${countOf(count, 'conversation', 'conversations')}.`
      : `Worked out on ${countOf(count, 'conversation', 'conversations')}.`,
  nothing: 'No status would change.',
  from: 'From',
  to: 'To',
  count: 'People',
  examples: 'Such as',
  cards: (moved: number, suggested: number) =>
    `${countOf(moved, 'card', 'cards')} would move, ${countOf(suggested, 'suggestion', 'suggestions')} would be new.`,
  save: 'Save rules',
  saved: 'Rules saved',
  seeFirst: 'Look at what changes before you save.',
  conflict: 'Somebody else saved other rules meanwhile',
  conflictAdvice: 'Yours are still here. Look at theirs, or save yours over them after a new look.',
  takeTheirs: 'Show theirs',
  keepMine: 'Keep mine',
  undo: 'Undo my changes',
  empty: 'There is no rule. Add one.',
} as const
