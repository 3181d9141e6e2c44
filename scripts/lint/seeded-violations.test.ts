import { beforeAll, describe, expect, test } from 'vitest'
import { type LintFindings, lintSeeds } from './seeded-project.ts'

type Seed = readonly [what: string, path: string, rule: string, text: string]

const IMPORT = 'boundaries(dependencies)'
const CYCLE = 'import(no-cycle)'
const CLOCK = 'rollcall(no-ambient-clock-or-chance)'
const GLOBAL = 'eslint(no-restricted-globals)'

/** Each seed breaks the rule it names, and no other. */
const VIOLATIONS: readonly Seed[] = [
  [
    'a cycle',
    'src/domain/cycle/one.ts',
    CYCLE,
    "import { two } from './two.ts'\n\nexport const one = (): number => two()\n",
  ],
  [
    'the other half of the cycle',
    'src/domain/cycle/two.ts',
    CYCLE,
    "import { one } from './one.ts'\n\nexport const two = (): number => one()\n",
  ],
  [
    'a cycle of types',
    'src/sync/page.ts',
    CYCLE,
    "import type { Plan } from './plan.ts'\n\nexport type Page = { plan: Plan }\n",
  ],
  [
    'the other half of the cycle of types',
    'src/sync/plan.ts',
    CYCLE,
    "import type { Page } from './page.ts'\n\nexport type Plan = { page: Page }\n",
  ],
  [
    'a forbidden import of a type',
    'src/domain/type-import.ts',
    IMPORT,
    "import type { value } from '../sync/clean.ts'\n\nexport type Value = typeof value\n",
  ],
  [
    'a forbidden import on demand',
    'src/features/jobs/lazy.ts',
    IMPORT,
    "export const load = () => import('../../sync/clean.ts')\n",
  ],
  ['a test imported by code', 'src/domain/imports-test.ts', IMPORT, "import './clean.test.ts'\n"],
  [
    'an import of nothing',
    'src/domain/dangling.ts',
    'boundaries(no-unknown-dependencies)',
    "import './not-there.ts'\n",
  ],
  [
    'a file outside the layout',
    'src/stray.ts',
    'boundaries(no-unknown-files)',
    'export const value = 1\n',
  ],
  ['window in the core', 'src/lib/globals.ts', GLOBAL, 'export const width = window.innerWidth\n'],
  [
    'document in the core',
    'src/launch/globals.ts',
    GLOBAL,
    'export const title = document.title\n',
  ],
  [
    'localStorage in the core',
    'src/sync/globals.ts',
    GLOBAL,
    "export const draft = localStorage.getItem('draft')\n",
  ],
  ['process in the core', 'src/bridge/globals.ts', GLOBAL, 'export const folder = process.cwd()\n'],
  [
    'the network in the domain',
    'src/domain/network.ts',
    GLOBAL,
    "export const answer = () => fetch('/')\n",
  ],
  [
    'a timer in the domain',
    'src/domain/timer.ts',
    GLOBAL,
    'export const timer = setTimeout(() => undefined, 1)\n',
  ],
  ['Date.now in the sync', 'src/sync/now.ts', CLOCK, 'export const startedAt = Date.now()\n'],
  ['new Date() in the launch', 'src/launch/now.ts', CLOCK, 'export const startedAt = new Date()\n'],
  [
    'Math.random in the domain',
    'src/domain/chance.ts',
    CLOCK,
    'export const chance = Math.random()\n',
  ],
  [
    'a clock hidden in a package',
    'src/domain/today.ts',
    'eslint(no-restricted-imports)',
    "import { isToday } from 'date-fns'\n\nexport const fresh = isToday\n",
  ],
  [
    'a name passed on',
    'src/lib/re-export.ts',
    'rollcall(no-re-export)',
    "export { value } from './clean.ts'\n",
  ],
  [
    'everything passed on',
    'src/lib/barrel.ts',
    'rollcall(no-re-export)',
    "export * from './clean.ts'\n",
  ],
  [
    'a name imported, then passed on',
    'src/lib/two-step.ts',
    'rollcall(no-re-export)',
    "import { value } from './clean.ts'\n\nexport { value }\n",
  ],
  ['a default export', 'src/lib/default.ts', 'import(no-default-export)', 'export default 1\n'],
  [
    'a file name in camel case',
    'src/lib/camelCase.ts',
    'unicorn(filename-case)',
    'export const value = 1\n',
  ],
  ['301 lines', 'src/lib/long.ts', 'eslint(max-lines)', 'export {}\n'.repeat(301)],
  ['any', 'src/lib/loose.ts', 'typescript(no-explicit-any)', 'export type Loose = any\n'],
  [
    'any that came with a value',
    'src/lib/parse.ts',
    'typescript(no-unsafe-return)',
    'export function parse(text: string): number {\n  return JSON.parse(text)\n}\n',
  ],
  [
    'a floating promise',
    'src/launch/floating.ts',
    'typescript(no-floating-promises)',
    'export function send(post: () => Promise<void>): void {\n  post()\n}\n',
  ],
  [
    'a promise as a condition',
    'src/launch/misused.ts',
    'typescript(no-misused-promises)',
    "export function isSent(sent: () => Promise<boolean>): string {\n  return sent() ? 'sent' : 'open'\n}\n",
  ],
  [
    'a case left out',
    'src/domain/switch.ts',
    'typescript(switch-exhaustiveness-check)',
    "export function label(state: 'draft' | 'sent'): string {\n  switch (state) {\n    case 'draft':\n      return 'Draft'\n  }\n  return ''\n}\n",
  ],
  [
    'a thrown text',
    'src/lib/throw.ts',
    'typescript(only-throw-error)',
    "export function fail(): never {\n  throw 'failed'\n}\n",
  ],
  [
    'an image without a text',
    'src/ui/image.tsx',
    'jsx-a11y(alt-text)',
    'export const Image = () => <img src="x.png" />\n',
  ],
  [
    'a hook under a condition',
    'src/ui/use-maybe.ts',
    'react-hooks(rules-of-hooks)',
    "import { useState } from 'react'\n\nexport function useMaybe(on: boolean) {\n  return on ? useState(1) : undefined\n}\n",
  ],
  [
    'a test that is left alone',
    'src/lib/focused.test.ts',
    'vitest(no-focused-tests)',
    "import { expect, test } from 'vitest'\n\ntest.only('adds', () => {\n  expect(1 + 1).toBe(2)\n})\n",
  ],
  [
    'a test that cannot fail',
    'src/lib/idle.test.ts',
    'vitest(expect-expect)',
    "import { test } from 'vitest'\n\ntest('does nothing', () => undefined)\n",
  ],
]

/** What the rules must leave alone. */
const LEGAL: readonly (readonly [what: string, path: string, text: string])[] = [
  ['a plain constant', 'src/lib/clean.ts', 'export const value = 1\n'],
  ['the same in the sync', 'src/sync/clean.ts', 'export const value = 1\n'],
  [
    'a date read from its text',
    'src/domain/date.ts',
    "export const start = new Date('2026-01-05T09:00:00Z')\n",
  ],
  [
    'a request from the launch',
    'src/launch/post.ts',
    "export const post = () => fetch('/', { method: 'POST' })\n",
  ],
  [
    'a clock on the screen',
    'src/features/jobs/age.ts',
    'export const age = (since: number) => Date.now() - since\n',
  ],
  [
    'a name of a package passed on',
    'src/domain/facade.ts',
    "import type { CountryCode } from 'libphonenumber-js'\n\nexport type { CountryCode }\n",
  ],
  ['document on the screen', 'src/ui/title.ts', 'export const title = () => document.title\n'],
  [
    'a property test beside the code',
    'src/domain/clean.test.ts',
    "import fc from 'fast-check'\nimport { test } from 'vitest'\nimport { start } from './date.ts'\n\ntest('a number is itself', () => {\n  fc.assert(fc.property(fc.integer(), (n) => n + start.getTime() > -Infinity))\n})\n",
  ],
  [
    'a test that reads a fixture',
    'src/sync/fixture.test.ts',
    "import { readFileSync } from 'node:fs'\nimport { expect, test } from 'vitest'\nimport { path } from '../../tests/support/path.ts'\n\ntest('the fixture is there', () => {\n  expect(readFileSync(path, 'utf8')).not.toBe('')\n})\n",
  ],
  ['what it uses of tests/', 'tests/support/path.ts', "export const path = 'fixture.json'\n"],
  ['a default export where the tool asks for one', 'vite.config.ts', 'export default {}\n'],
]

let findings: LintFindings

beforeAll(async () => {
  const seeds = [
    ...VIOLATIONS.map(([, path, , text]) => [path, text] as const),
    ...LEGAL.map(([, path, text]) => [path, text] as const),
  ]
  findings = await lintSeeds(new Map(seeds))
}, 60_000)

describe('the lint stops', () => {
  test.each(VIOLATIONS)('%s', (_what, path, rule) => {
    expect(findings.get(path)).toEqual([rule])
  })
})

describe('the lint leaves alone', () => {
  test.each(LEGAL)('%s', (_what, path) => {
    expect(findings.get(path)).toBeUndefined()
  })
})
