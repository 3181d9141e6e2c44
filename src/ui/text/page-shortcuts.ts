/** The keys that count on one page only, for the sheet of shortcuts; `writes` only for who may write. */
export const pageShortcutText = [
  {
    page: 'On a board, with a card in focus',
    keys: [
      { keys: ['Enter'], label: 'Open the card' },
      { keys: ['m'], label: 'Its menu: move, tag, assign, follow up', writes: true },
      { keys: ['x'], label: 'Select it', writes: true },
      { keys: ['Shift', '↓'], label: 'Select on the way', writes: true },
      { keys: ['mod', 'a'], label: 'Select the column', writes: true },
      { keys: ['Space'], label: 'Pick it up, then the arrow keys', writes: true },
    ],
  },
  {
    page: 'In the inbox',
    keys: [
      { keys: ['j'], label: 'Next conversation' },
      { keys: ['k'], label: 'The one before' },
      { keys: ['u'], label: 'Mark as read or unread' },
      { keys: ['a'], label: 'Assign it to yourself', writes: true },
      { keys: ['t'], label: 'Take over', writes: true },
      { keys: ['e'], label: 'Done', writes: true },
    ],
  },
] as const
