/**
 * What has to go when the person at this browser signs out: parts of the app that hold rows in
 * memory or on the device say so here, and the sign-out calls all of them.
 */
type Forget = () => void

const forgets = new Set<Forget>()

/** Registers a part once, for as long as the tab lives. */
export function forgetOnLeaving(forget: Forget): void {
  forgets.add(forget)
}

/** Called at a sign-out, here or in another tab. */
export function forgetAll(): void {
  for (const forget of forgets) forget()
}
