import { IconChevronDown } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { SeenCard } from '../../../data/frontend/cards.ts'
import { REJECTED } from '../../../domain/status/standard-status.ts'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { BulkBar } from '../../../ui/table/bulk-bar.tsx'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { useBoard } from '../board/board-context.ts'
import classes from './bulk.module.css'
import type { BulkAsk } from './use-bulk-actions.ts'

const ASKS: readonly (readonly [BulkAsk, string])[] = [
  ['reject', bulkText.reject],
  ['tags', bulkText.tags],
  ['assign', bulkText.assign],
  ['follow-up', bulkText.followUp],
  ['campaign', bulkText.campaign],
]

/** Escape leaves the selection, unless something above the board takes it. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const busy = document.querySelector('[role="dialog"], [role="menu"], [data-lifted]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !busy) onEscape()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [isOn, onEscape])
}

/** What can be done with the selected cards; nothing while none is. */
export function BoardBulkBar() {
  const { columns, selection, moveMany, ask } = useBoard()
  const { cards, clear } = useStore(selection)
  useEscape(cards.size > 0, clear)
  if (cards.size === 0) return null
  const targets: readonly SeenCard[] = [...cards.values()]
  return (
    <div className={classes['bar']}>
      <BulkBar count={cards.size} onClear={clear}>
        <MenuButton
          className={classes['action']}
          entries={columns
            .filter(({ key }) => key !== REJECTED)
            .map(({ key, name }) => ({
              kind: 'action',
              key,
              label: name,
              onSelect: () => {
                moveMany(targets, key)
              },
            }))}
        >
          {bulkText.move}
          <IconChevronDown size={14} aria-hidden />
        </MenuButton>
        {ASKS.map(([kind, label]) => (
          <button
            key={kind}
            type="button"
            className={classes['action']}
            onClick={() => {
              ask(kind, targets)
            }}
          >
            {label}
          </button>
        ))}
      </BulkBar>
    </div>
  )
}
