import { useEffect, useState } from 'react'
import { focusCardSoon } from './card-focus.ts'

/** When a card's panel closes, the focus goes back to the card. */
export function useReturnedFocus(openId: string | null): void {
  const [last, setLast] = useState(openId)
  if (openId !== null && openId !== last) setLast(openId)

  useEffect(() => {
    if (openId === null && last !== null) focusCardSoon(last)
  }, [openId, last])
}
