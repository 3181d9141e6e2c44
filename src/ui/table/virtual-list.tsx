import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import classes from './virtual-list.module.css'

type VirtualListProps<Item> = {
  /** What the items are, for a screen reader. */
  readonly label: string
  readonly items: readonly Item[]
  readonly itemKey: (item: Item) => string
  /** About how high an item is, in px; the real height is measured. */
  readonly estimateHeight: number
  /** The space between items, in px. */
  readonly gap?: number
  readonly children: (item: Item, index: number) => ReactNode
}

/** A list of which only what is seen exists in the page: thousands of items stay smooth. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, estimateHeight, gap = 0, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  // Nothing here is memoised by what the virtualizer returns.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : itemKey(item)
    },
    overscan: 8,
    gap,
  })

  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      // It takes the focus so that the arrow keys scroll it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <ul className={classes['list']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={classes['item']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item, index)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
