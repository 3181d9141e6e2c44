import { type RefObject, useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/** Where each entry of the browser's history was scrolled to, while the tab lives. */
const places = new Map<string, number>()

/**
 * Makes the main region behave as a page of its own: another page starts at the top with the
 * focus on it, back and forward find the place where one was.
 */
export function useMainRegion(): RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null)
  const shownPath = useRef<string>(undefined)
  const { key, pathname } = useLocation()
  const navigation = useNavigationType()

  useLayoutEffect(() => {
    const main = region.current
    if (main === null) return undefined
    const another = shownPath.current !== undefined && shownPath.current !== pathname
    shownPath.current = pathname
    if (navigation === NavigationType.Pop) {
      main.scrollTop = places.get(key) ?? main.scrollTop
    } else if (another) {
      main.scrollTop = 0
    }
    if (another) main.focus({ preventScroll: true })

    const remember = (): void => {
      places.set(key, main.scrollTop)
    }
    main.addEventListener('scroll', remember, { passive: true })
    return () => {
      main.removeEventListener('scroll', remember)
    }
  }, [key, pathname, navigation])

  return region
}
