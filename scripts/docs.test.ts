/** The documentation names what there is: every message, function, table, command and variable. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { DELIVERY_MESSAGES } from '../src/domain/campaign/delivery-code.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'

const MIGRATIONS = join(PROJECT_ROOT, 'supabase/frontend/supabase/migrations')
const PAGES = ['README.md', ...readdirSync(join(PROJECT_ROOT, 'docs')).filter(isPage).map(inDocs)]

function isPage(name: string): boolean {
  return name.endsWith('.md')
}

function inDocs(name: string): string {
  return `docs/${name}`
}

function read(page: string): string {
  return readFileSync(join(PROJECT_ROOT, page), 'utf8')
}

/** The text of a page from one heading to the next of the same level. */
function section(page: string, heading: string): string {
  const [, text] = read(page).split(`\n## ${heading}\n`)
  return text?.split('\n## ')[0] ?? ''
}

function migrations(): string {
  return readdirSync(MIGRATIONS)
    .map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'))
    .join('\n')
}

/** Functions of `public` that a role was granted by name. */
function grantedTo(role: string): string[] {
  const grants = migrations().matchAll(/grant execute on function([^;]+?)\bto\b([^;]+);/g)
  const names = [...grants].flatMap(([, functions = '', roles = '']) =>
    roles.includes(role)
      ? [...functions.matchAll(/public\.(\w+)\s*\(/g)].map(([, name]) => name ?? '')
      : [],
  )
  return [...new Set(names)].sort()
}

test('every delivery code stands in the operator’s tables with the words the app has for it', () => {
  const lines = read('docs/codes.md').replaceAll(/ +/g, ' ')
  const missing = Object.entries(DELIVERY_MESSAGES)
    .map(([code, { message, hint }]) => `| \`${code}\` | ${message} | ${hint} |`)
    .filter((row) => !lines.includes(row))
  expect(missing).toEqual([])
})

test.each([
  ['authenticated', 'Functions for browsers'],
  ['service_role', 'Functions for the bridge'],
])('every function that %s may call is named, and no other', (role, heading) => {
  const granted = grantedTo(role)
  expect(granted.length).toBeGreaterThan(20)
  const named = [...section('docs/data-model.md', heading).matchAll(/`([a-z_]+)`/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !['authenticated', 'service_role', 'p_actor'].includes(name))
  expect(named.sort()).toEqual(granted)
})

test('every table and view of the frontend is described', () => {
  const made = migrations().matchAll(
    /create (?:table|(?:materialized )?view) (?:public\.)?(\w+(?:\.\w+)?)/g,
  )
  const text = read('docs/data-model.md')
  const missing = [...made].map(([, name]) => name ?? '').filter((n) => !text.includes(`\`${n}\``))
  expect(missing).toEqual([])
})

test('every command of the project is in the README', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const text = read('README.md')
  const missing = Object.keys(scripts).filter(
    (name) => ![`npm run ${name}`, `npm ${name}`, `\`${name}\``].some((way) => text.includes(way)),
  )
  expect(missing).toEqual([])
})

test('every variable of the bridge is in the deployment’s table', () => {
  const names = [...read('src/bridge/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, n]) => n)
  expect(names).toContain('WEBHOOK_BASE')
  const text = read('docs/deployment.md')
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('links between the pages lead somewhere', () => {
  const broken = PAGES.flatMap((page) => {
    const links = read(page).matchAll(/\]\(([^)#:\s]+)(?:#([^)]+))?\)/g)
    return [...links]
      .filter(([, path = '', anchor]) => !leadsSomewhere(join(dirname(page), path), anchor))
      .map(([link]) => `${page}: ${link}`)
  })
  expect(broken).toEqual([])
})

function leadsSomewhere(file: string, anchor: string | undefined): boolean {
  if (!existsSync(join(PROJECT_ROOT, file))) return false
  if (anchor === undefined) return true
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => toAnchor(text))
  return headings.includes(anchor)
}

/** As GitHub makes them. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-')
}
