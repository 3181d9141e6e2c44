/** Makes the app itself open without a network, by the service worker in public/sw.js. */

const ALWAYS = ['/', '/env.json', '/appearance.js', '/favicon.svg']

/** What this page loaded so far of the app's own files. */
function loadedFiles(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name, window.location.href))
    .filter(
      ({ origin, pathname }) =>
        origin === window.location.origin && pathname.startsWith('/assets/'),
    )
    .map(({ pathname }) => pathname)
}

/** True where somebody asked their browser to be sparing. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}

/**
 * Registers the worker and gives it what is loaded already; with that it finds the code of all pages
 * and dialogs, so that they open without a network too. Where there are no service workers the app
 * needs its network to start, and says so itself while it is open.
 */
export async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ keep: [...ALWAYS, ...loadedFiles()], all: !savesData() })
}
