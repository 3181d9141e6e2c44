/** What the audit log says, in words. Names of actions are those that the database writes. */
const WORDS: Readonly<Record<string, string>> = {
  'add-office': 'Added an office',
  'add-opt-out': 'Added an opt-out',
  'add-profile': 'Gave access',
  'allow-active-elsewhere': 'Let people of other campaigns in',
  'allow-recording-host': 'Allowed a recording host',
  'confirm-retention': 'Turned retention on',
  'deactivate-profile': 'Switched access off',
  delete: 'Deleted',
  erase: 'Erased a person',
  export: 'Exported',
  finish: 'Ended a campaign',
  import: 'Imported',
  launch: 'Launched a campaign',
  'lift-opt-out': 'Lifted an opt-out',
  'link-session': 'Linked a conversation',
  'live-view': 'Looked at a conversation',
  'make-admin': 'Made an admin',
  'mark-distinct': 'Said that two are not the same',
  merge: 'Merged two people',
  pause: 'Paused a campaign',
  'pause-sending': 'Paused all sending',
  'pause-sync': 'Paused the sync',
  'play-recording': 'Listened to a recording',
  'reactivate-profile': 'Switched access on',
  'remove-card': 'Removed a card',
  'remove-members': 'Removed people from a pool',
  'remove-recording-host': 'Stopped allowing a recording host',
  'reset-password': 'Made a new password',
  'restart-sync': 'Had everything read anew',
  resume: 'Let a campaign go on',
  'resume-sending': 'Let sending go on',
  'resume-sync': 'Let the sync go on',
  retention: 'Retention deleted',
  retry: 'Sent again',
  'save-calling-hours': 'Changed calling hours',
  'save-contact-limits': 'Changed contact limits',
  'save-costs': 'Changed prices',
  'save-default-rules': 'Changed the rules of new campaigns',
  'save-office': 'Changed an office',
  'save-profile': 'Changed access',
  'save-status-rules': 'Changed a campaign’s rules',
  'set-time-zone': 'Changed a person’s time zone',
  start: 'Started a campaign',
  stop: 'Stopped a campaign',
  'tag-members': 'Tagged people of a pool',
  'take-as-sent': 'Counted people as sent',
  'take-over': 'Took a conversation over',
  'test-connection': 'Tested the webhook',
  'test-send': 'Sent a test to themselves',
  'turn-off-retention': 'Turned retention off',
  'undo-import': 'Took an import back',
  'undo-merge': 'Parted two people again',
  'waive-ai-disclosure': 'Waived the AI disclosure',
}

/** Those that can be chosen as a filter. */
export const ACTIONS: readonly string[] = Object.keys(WORDS)

/** An action in words; one that is not known is shown by its name. */
export function actionWords(action: string): string {
  const plain = action.replaceAll(/[-_]/g, ' ')
  return WORDS[action] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Details as "name: value" in a line; what is nested is counted, not shown. */
export function detailWords(details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details)
    .map(([name, value]) => {
      const isPlain = ['string', 'number', 'boolean'].includes(typeof value)
      return `${name}: ${isPlain ? String(value) : JSON.stringify(value)}`
    })
    .join(' · ')
}
