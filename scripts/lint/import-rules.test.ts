import { dirname, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type LintFindings, lintSeeds } from './seeded-project.ts'

const FORBIDDEN = ['boundaries(dependencies)']

/** One file in every place of the layout. */
const PLACES = {
  lib: 'src/lib/seed.ts',
  domain: 'src/domain/noun/seed.ts',
  'data/*.ts': 'src/data/seed.ts',
  'data/frontend': 'src/data/frontend/seed.ts',
  'data/backend': 'src/data/backend/seed.ts',
  'data/bridge': 'src/data/bridge/seed.ts',
  launch: 'src/launch/seed.ts',
  sync: 'src/sync/seed.ts',
  bridge: 'src/bridge/seed.ts',
  'features/jobs': 'src/features/jobs/seed.ts',
  'features/people': 'src/features/people/seed.ts',
  ui: 'src/ui/seed.ts',
  app: 'src/app/seed.ts',
  functions: 'supabase/frontend/supabase/functions/one/seed.ts',
  scripts: 'scripts/seed.ts',
  tests: 'tests/support/seed.ts',
} as const

type Place = keyof typeof PLACES
const EVERYTHING = Object.keys(PLACES) as readonly Place[]

const PURE = ['lib', 'domain'] as const
const DATA = [...PURE, 'data/*.ts'] as const
const SERVER = [...DATA, 'data/frontend', 'data/backend', 'launch', 'sync', 'bridge'] as const
const SCREEN = [...DATA, 'data/frontend', 'data/bridge', 'ui'] as const

/** Who may import whom; every other pair is forbidden. */
const MAY_IMPORT: Readonly<Record<Place, readonly Place[]>> = {
  lib: ['lib'],
  domain: PURE,
  'data/*.ts': DATA,
  'data/frontend': [...DATA, 'data/frontend'],
  'data/backend': [...DATA, 'data/backend'],
  'data/bridge': [...DATA, 'data/bridge'],
  launch: [...PURE, 'launch'],
  sync: [...PURE, 'sync'],
  bridge: SERVER,
  'features/jobs': [...SCREEN, 'features/jobs'],
  'features/people': [...SCREEN, 'features/people'],
  ui: ['lib', 'ui'],
  app: [...SCREEN, 'features/jobs', 'features/people', 'sync', 'app'],
  functions: [...SERVER, 'functions'],
  scripts: EVERYTHING,
  tests: EVERYTHING,
}

const PACKAGES: readonly string[] = `
  zod date-fns libphonenumber-js @supabase/supabase-js ky hono postgres fast-check node:fs
  react @mantine/core @mantine/notifications @tanstack/react-query zustand
`
  .trim()
  .split(/\s+/)
const DATA_PACKAGES = ['zod', 'date-fns', '@supabase/supabase-js', 'ky']
const SERVER_PACKAGES = ['zod', 'date-fns', '@supabase/supabase-js', 'hono']
const UI_PACKAGES = ['zod', 'date-fns', 'react', '@mantine/core', 'zustand']
const FEATURE_PACKAGES = [...UI_PACKAGES, '@tanstack/react-query']

/** Of the packages above, those a place may import. */
const MAY_USE: Readonly<Record<Place, readonly string[]>> = {
  lib: [],
  domain: ['zod', 'date-fns', 'libphonenumber-js'],
  'data/*.ts': DATA_PACKAGES,
  'data/frontend': DATA_PACKAGES,
  'data/backend': DATA_PACKAGES,
  'data/bridge': DATA_PACKAGES,
  launch: ['zod'],
  sync: ['zod'],
  bridge: SERVER_PACKAGES,
  'features/jobs': FEATURE_PACKAGES,
  'features/people': FEATURE_PACKAGES,
  ui: UI_PACKAGES,
  app: [...FEATURE_PACKAGES, '@mantine/notifications'],
  functions: SERVER_PACKAGES,
  scripts: PACKAGES,
  tests: PACKAGES,
}

/** The file in `place` that imports `target` and does nothing else. */
function importerPath(place: Place, target: string): string {
  return `${dirname(PLACES[place])}/imports-${target.replace(/[^a-z]+/g, '-')}.ts`
}

function seedEveryPair(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const from of EVERYTHING) {
    files.set(PLACES[from], 'export const value = 1\n')
    for (const to of EVERYTHING) {
      const path = importerPath(from, to)
      const source = relative(dirname(path), PLACES[to])
      const specifier = source.startsWith('.') ? source : `./${source}`
      files.set(path, `import { value } from '${specifier}'\n\nexport const used = value\n`)
    }
    for (const name of PACKAGES) files.set(importerPath(from, name), `import '${name}'\n`)
  }
  return files
}

let findings: LintFindings

beforeAll(async () => {
  findings = await lintSeeds(seedEveryPair())
}, 60_000)

/** What each import answered: no finding at all, or the rules broken. */
function answers(place: Place, targets: readonly string[]) {
  return targets.map((target) => [target, findings.get(importerPath(place, target)) ?? []])
}

test.each(EVERYTHING)('%s imports the parts it may, and is stopped at every other', (place) => {
  expect(answers(place, EVERYTHING)).toEqual(
    EVERYTHING.map((to) => [to, MAY_IMPORT[place].includes(to) ? [] : FORBIDDEN]),
  )
})

test.each(EVERYTHING)('%s imports the packages it may, and is stopped at every other', (place) => {
  expect(answers(place, PACKAGES)).toEqual(
    PACKAGES.map((name) => [name, MAY_USE[place].includes(name) ? [] : FORBIDDEN]),
  )
})
