import {
  IconCalendarEvent,
  IconHelpCircle,
  IconRobot,
  IconSpeakerphone,
  IconSquareCheck,
  IconTag,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react'
import type { Card } from '../../../data/frontend/cards.ts'
import type { MenuEntry } from '../../../ui/menu/menu-button.tsx'
import type { Icon } from '../../../ui/status/status-look.ts'
import { cardText } from '../../../ui/text/board.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import type { BulkAsk } from '../bulk/use-bulk-actions.ts'
import type { Board } from './board-context.ts'

const ASKS: readonly (readonly [BulkAsk, string, Icon])[] = [
  ['tags', bulkText.tagsAction, IconTag],
  ['assign', bulkText.assignAction, IconUserCheck],
  ['follow-up', bulkText.followUpAction, IconCalendarEvent],
  ['campaign', bulkText.campaignAction, IconSpeakerphone],
]

/** The address of a card's history, which says why its status is what it is. */
function historyHref(href: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}part=history`
}

/** What only one card can be asked for. */
function ownEntries(card: Card, board: Board): readonly MenuEntry[] {
  const resume: MenuEntry = {
    kind: 'action',
    key: 'resume',
    label: cardText.resume,
    icon: IconRobot,
    onSelect: () => {
      board.decide(card, 'resume')
    },
  }
  return [
    { kind: 'divider', key: 'own' },
    {
      kind: 'link',
      key: 'why',
      label: bulkText.why,
      icon: IconHelpCircle,
      href: historyHref(board.hrefOf(card.id)),
    },
    ...(card.statusSetBy === 'person' ? [resume] : []),
    {
      kind: 'action',
      key: 'remove',
      label: cardText.remove,
      icon: IconTrash,
      danger: true,
      onSelect: () => {
        board.remove(card)
      },
    },
  ]
}

/** Where a card can go and what else can be done with it; with all selected ones, if it is one of them. */
export function cardEntries(card: Card, board: Board): readonly MenuEntry[] {
  const { cards } = board.selection.getState()
  const together = cards.has(card.id) && cards.size > 1 ? [...cards.values()] : null
  const moves = board.columns.map(({ key, name }): MenuEntry => ({
    kind: 'choice',
    key,
    label: name,
    checked: together === null && key === card.status,
    onSelect: () => {
      if (together !== null) board.moveMany(together, key)
      else if (key !== card.status) board.moveToColumn(card, key)
    },
  }))
  return [
    ...moves,
    { kind: 'divider', key: 'divider' },
    {
      kind: 'action',
      key: 'select',
      label: cards.has(card.id) ? bulkText.unselectAction : bulkText.selectAction,
      icon: IconSquareCheck,
      onSelect: () => {
        board.select.toggle(card)
      },
    },
    ...ASKS.map(([kind, label, icon]): MenuEntry => ({
      kind: 'action',
      key: kind,
      label,
      icon,
      onSelect: () => {
        board.ask(kind, together ?? [card])
      },
    })),
    ...(together === null ? ownEntries(card, board) : []),
  ]
}
