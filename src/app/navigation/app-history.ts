/**
 * The browser's history, for React Router's low-level `<Router>`. The routers with data loading
 * bring 17 kB (gzip) of loaders, actions and fetchers that TanStack Query makes needless here; all
 * that is missed of them is asking before a page is left, which this history does itself.
 */
import {
  createPath,
  type Location,
  NavigationType,
  type Navigator,
  parsePath,
  type To,
} from 'react-router'
import type { Blocker, LeaveGuard, Move } from '../../ui/feedback/leave-guard.ts'

/** What an entry of the browser's history carries; the same shape as React Router's own. */
type EntryState = { readonly usr: unknown; readonly key: string; readonly idx: number }

export type HistorySnapshot = { readonly location: Location; readonly action: NavigationType }

export type AppHistory = {
  /** Where one is, and how one got there; the same object until it changes. */
  readonly snapshot: () => HistorySnapshot
  readonly subscribe: (listener: () => void) => () => void
  readonly navigator: Navigator
  readonly guard: LeaveGuard
}

function readEntry(): Partial<EntryState> {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null ? state : {}
}

function readLocation(): Location {
  const { pathname, search, hash } = window.location
  const { usr = null, key = 'default' } = readEntry()
  return { pathname, search, hash, state: usr, key }
}

/** Follows and moves the browser's history; one of it lives as long as the page. */
export function createAppHistory(): AppHistory {
  const listeners = new Set<() => void>()
  const blockers = new Set<Blocker>()
  // Each entry knows its place, so that a blocked step back can be taken back by as many steps.
  let place = readEntry().idx ?? 0
  let isReturning = false
  let current: HistorySnapshot = { location: readLocation(), action: NavigationType.Pop }
  window.history.replaceState({ ...readEntry(), idx: place }, '')

  function tell(action: NavigationType): void {
    current = { location: readLocation(), action }
    for (const listener of listeners) listener()
  }

  /** Makes a move, after asking whoever has something to lose by it. */
  function attempt(target: Move, move: () => void): void {
    const blocker = [...blockers].find((each) => each.concerns(target))
    if (blocker === undefined) move()
    else blocker.ask(move)
  }

  function write(to: To, state: unknown, action: NavigationType): void {
    const parsed = typeof to === 'string' ? parsePath(to) : to
    // Two slashes at the start would be another site's address.
    const pathname = (parsed.pathname ?? current.location.pathname).replace(/^\/{2,}/, '/')
    const href = createPath({ search: '', hash: '', ...parsed, pathname })
    attempt({ pathname, search: parsed.search ?? '', state }, () => {
      const pushes = action === NavigationType.Push
      if (pushes) place += 1
      const entry: EntryState = { usr: state, key: crypto.randomUUID(), idx: place }
      if (pushes) window.history.pushState(entry, '', href)
      else window.history.replaceState(entry, '', href)
      tell(action)
    })
  }

  function onPop(): void {
    if (isReturning) {
      isReturning = false
      return
    }
    const { idx } = readEntry()
    if (idx === undefined) {
      // An entry the browser made, by a link to a place on the page.
      place += 1
      window.history.replaceState({ usr: null, key: crypto.randomUUID(), idx: place }, '')
      tell(NavigationType.Push)
      return
    }
    const steps = idx - place
    const goThere = (): void => {
      place = idx
      tell(NavigationType.Pop)
    }
    const next = readLocation()
    const blocker = [...blockers].find((each) => each.concerns(next))
    if (blocker === undefined || steps === 0) {
      goThere()
      return
    }
    // The browser has moved already: back to where the input is, then ask.
    isReturning = true
    window.history.go(-steps)
    blocker.ask(() => {
      blockers.delete(blocker)
      window.history.go(steps)
    })
  }

  return {
    snapshot: () => current,
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('popstate', onPop)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('popstate', onPop)
      }
    },
    navigator: {
      createHref: (to) => (typeof to === 'string' ? to : createPath(to)),
      go: (steps) => {
        window.history.go(steps)
      },
      push: (to, state: unknown) => {
        write(to, state, NavigationType.Push)
      },
      replace: (to, state: unknown) => {
        write(to, state, NavigationType.Replace)
      },
    },
    guard: (blocker) => {
      blockers.add(blocker)
      return () => {
        blockers.delete(blocker)
      }
    },
  }
}
