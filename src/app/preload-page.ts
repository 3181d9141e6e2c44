import type { Section } from './routes.tsx'

/** Starts fetching a section's first page; a failure is met again, and told, on the visit. */
export function preloadPage({ pages }: Section): void {
  pages[0]?.load().catch(() => undefined)
}
