import { useSyncExternalStore } from 'react'
import { isReached, listenToReach } from '../../lib/network-reach.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  const stop = listenToReach(listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
    stop()
  }
}

/** Whether there is a network: the browser has one, and the last requests were answered. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine && isReached())
}
