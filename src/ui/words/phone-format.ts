import { useSyncExternalStore } from 'react'

/** A number for people to read; what is no number in E.164 stays as it is. */
type PhoneFormat = (phone: string) => string

const asItIs: PhoneFormat = (phone) => phone

let load: () => Promise<PhoneFormat> = () => Promise.resolve(asItIs)
let present: PhoneFormat = asItIs
let wanted = false
const listeners = new Set<() => void>()

/** Called by the app when it starts: every country's rules are large, and come when the first number is shown. */
export function providePhoneFormat(loader: () => Promise<PhoneFormat>): void {
  load = loader
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!wanted) {
    wanted = true
    load()
      .then((format) => {
        present = format
        for (const each of listeners) each()
      })
      // Numbers stay readable without it; the next one that is shown asks again.
      .catch(() => {
        wanted = false
      })
  }
  return () => {
    listeners.delete(listener)
  }
}

/** How numbers are written, the same wherever one stands: "+44 7700 900123". */
export function usePhoneFormat(): PhoneFormat {
  return useSyncExternalStore(subscribe, () => present)
}
