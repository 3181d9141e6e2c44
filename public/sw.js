/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-argument, typescript/no-unsafe-return -- plain JavaScript, served as it is: the compiler knows no types of it */
// Lets the app open without a network: keeps its page, code, styles and settings, never any data. What
// is current comes first: only files whose names change with their contents are taken from here unasked.

const KEPT = 'rollcall-app'
const PAGE = '/'
const SMALL = new Set(['/env.json', '/appearance.js', '/favicon.svg'])

const isAsset = (path) => path.startsWith('/assets/')

/** A page of a new release: what belongs to the old one goes. */
async function keepPage(answer) {
  const cache = await caches.open(KEPT)
  const before = await cache.match(PAGE)
  const isNew = before !== undefined && (await before.text()) !== (await answer.clone().text())
  if (isNew) {
    for (const request of await cache.keys()) {
      if (isAsset(new URL(request.url).pathname)) await cache.delete(request)
    }
  }
  await cache.put(PAGE, answer)
}

async function openPage(event) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) event.waitUntil(keepPage(answer.clone()))
    return answer
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept === undefined) throw error
    return kept
  }
}

async function fromHereFirst(request) {
  const kept = await caches.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone())
  return answer
}

async function fromNetworkFirst(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(KEPT)).put(request.url, answer.clone())
    return answer
  } catch (error) {
    const kept = await caches.match(request.url)
    if (kept === undefined) throw error
    return kept
  }
}

self.addEventListener('install', () => {
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (isAsset(pathname)) event.respondWith(fromHereFirst(request))
  else if (SMALL.has(pathname)) event.respondWith(fromNetworkFirst(request))
})

/** The other files that a script of the app names: what it imports, and what it may import later. */
const NAMED = /"(assets\/[\w.-]+\.(?:js|css))"/g

/** Keeps files; with `all`, the files that they name too, and so on: of a dialog that was never opened the code as well. */
async function keepFiles(paths, all) {
  const cache = await caches.open(KEPT)
  const wanted = new Set(paths)
  for (const path of wanted) {
    // It grows on the way.
    if ((await cache.match(path)) === undefined) await cache.add(path).catch(() => undefined)
    if (!all || !path.endsWith('.js')) continue
    const script = await (await cache.match(path))?.text()
    for (const [, name] of script?.matchAll(NAMED) ?? []) wanted.add(`/${name}`)
  }
}

// What the page loaded before this worker was there, and what it will need without a network.
self.addEventListener('message', (event) => {
  const { keep, all } = event.data ?? {}
  if (Array.isArray(keep)) event.waitUntil(keepFiles(keep, all === true))
})
