import type { Activators, SensorInstance, SensorProps } from '@dnd-kit/core'
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { arrowTarget } from './keyboard-drag.ts'

/** Enter opens the card, so that only the space bar picks it up. */
const PICK_UP = 'Space'
const DROP: ReadonlySet<string> = new Set(['Space', 'Enter', 'Tab'])

/**
 * Drags by keys. dnd-kit's own sensor scrolls half a column at a time instead of moving the card;
 * on a board the arrow keys go from card to card and from column to column.
 */
export class BoardKeyboardSensor implements SensorInstance {
  static readonly activators: Activators<object> = [
    {
      eventName: 'onKeyDown',
      handler: (event: ReactKeyboardEvent, _options, { active }) => {
        if (event.nativeEvent.code !== PICK_UP) return false
        // The card's buttons have a use for the space bar themselves.
        if (event.target !== active.activatorNode.current) return false
        event.preventDefault()
        return true
      },
    },
  ]

  readonly autoScrollEnabled = false
  private readonly props: SensorProps<object>
  private readonly end = new AbortController()
  private start: { readonly left: number; readonly top: number } | null = null

  constructor(props: SensorProps<object>) {
    this.props = props
    props.onStart({ x: 0, y: 0 })
    const { signal } = this.end
    window.addEventListener('resize', this.cancel, { signal })
    document.addEventListener('visibilitychange', this.cancel, { signal })
    // Not this very key press, which is still on its way up.
    setTimeout(() => {
      if (!signal.aborted) document.addEventListener('keydown', this.onKeyDown, { signal })
    })
  }

  private readonly cancel = (): void => {
    this.end.abort()
    this.props.onCancel()
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const { active, context } = this.props
    if (DROP.has(event.code)) {
      event.preventDefault()
      this.end.abort()
      this.props.onEnd()
      return
    }
    if (event.code === 'Escape') {
      event.preventDefault()
      this.cancel()
      return
    }
    const { collisionRect: rect, collisions } = context.current
    const columnKey = collisions?.[0]?.id
    if (!event.code.startsWith('Arrow') || rect === null || columnKey === undefined) return
    event.preventDefault()
    this.start ??= { left: rect.left, top: rect.top }
    const lifted = { id: String(active), columnKey: String(columnKey), rect }
    const target = arrowTarget(event.code, lifted)
    if (target === null) return
    this.props.onMove({ x: target.left - this.start.left, y: target.top - this.start.top })
  }
}
