/**
 * What the app may weigh in JavaScript, gzip. The first load is the entry with all it imports
 * statically, plus the page one lands on; every other page is what it adds to that. Vite's
 * manifest says which chunk belongs where, so run this after `npm run build`.
 */
import { readFileSync } from 'node:fs'

const FIRST_LOAD = '200 kB'
const PAGE = '60 kB'

/** Forms bring pickers, and what reads phone numbers brings every country's rules. */
const HEAVY = { limit: '100 kB', parts: /wizard|panel|import|dataset-page/ }

/** Pages on which people land: they count as part of the first load. */
const LANDING_PAGES = ['src/app/sign-in/sign-in-page.tsx', 'src/app/dashboard/start-page.tsx']

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

/** The files of a chunk and of all it imports statically. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`${key} is not in the build: was it renamed?`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, found)
  return found
}

const toPaths = (files) => [...files].map((file) => `dist/${file}`)
const first = filesOf('index.html')
const pages = Object.keys(manifest).filter((key) => /-(page|panel)\.tsx$/.test(key))

// oxlint-disable-next-line import/no-default-export -- size-limit demands it
export default [
  ...LANDING_PAGES.map((page) => ({
    name: `First load, landing on ${page}`,
    path: toPaths(filesOf(page, new Set(first))),
    gzip: true,
    limit: FIRST_LOAD,
  })),
  ...pages.map((page) => ({
    name: `What ${page} adds`,
    path: toPaths([...filesOf(page)].filter((file) => !first.has(file))),
    gzip: true,
    limit: HEAVY.parts.test(page) ? HEAVY.limit : PAGE,
  })),
]
