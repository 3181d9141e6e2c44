/** The sign-in as this browser keeps it: one for all its tabs. */
import { z } from 'zod'

const STORAGE_KEY = 'rollcall-sign-in'

const storedSession = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** When the access token ends, in ms by this device's clock. */
  expiresAt: z.number(),
  userId: z.string(),
  email: z.string(),
  /** True where the password is one that an admin handed over: the person chooses their own first. */
  mustChangePassword: z.boolean().default(false),
})
export type StoredSession = z.infer<typeof storedSession>

const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function onStorage(event: StorageEvent): void {
  // A null key is what clearing the whole storage looks like.
  if (event.key === STORAGE_KEY || event.key === null) tell()
}

/** The kept sign-in; null without one, or where what is kept can't be read. */
export function readSession(): StoredSession | null {
  const text = localStorage.getItem(STORAGE_KEY)
  if (text === null) return null
  try {
    return storedSession.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps a sign-in, or forgets it, and tells this tab and the others. */
export function writeSession(session: StoredSession | null): void {
  if (session === null) localStorage.removeItem(STORAGE_KEY)
  else localStorage.setItem(STORAGE_KEY, JSON.stringify(session))
  tell()
}

/** Hears of every change, of this tab and of others; answers the function that stops listening. */
export function listenToStoredSession(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', onStorage)
  }
}

/**
 * Waits until somebody is signed in again in this browser, here or in another tab.
 *
 * @returns false at once where a sign-in is kept: then it is another thing that is wrong with it
 */
export async function nextSignIn(): Promise<boolean> {
  if (readSession() !== null) return false
  await new Promise<void>((resolve) => {
    const stop = listenToStoredSession(() => {
      if (readSession() === null) return
      stop()
      resolve()
    })
  })
  return true
}
