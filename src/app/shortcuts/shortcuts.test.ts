import { expect, test } from 'vitest'
import { type Press, readPress, SHORTCUTS } from './shortcuts.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  mod: false,
  alt: false,
  typing: false,
  at: 0,
  ...more,
})
const GO_JOBS = { kind: 'go', href: '/jobs' }

test('two keys one after the other lead to a page', () => {
  const first = readPress(press('g'), null)
  expect(first.command).toBeNull()
  expect(readPress(press('j', { at: 300 }), first.pending).command).toEqual(GO_JOBS)
})

test('a second key that comes too late, or alone, does nothing', () => {
  const { pending } = readPress(press('g'), null)
  expect(readPress(press('j', { at: 5_000 }), pending).command).toBeNull()
  expect(readPress(press('j'), null).command).toBeNull()
})

test('nothing fires while somebody types, but the palette opens from everywhere', () => {
  for (const { keys } of SHORTCUTS.filter((each) => each.keys[0] !== 'mod')) {
    const [first = '', second] = keys
    const { command, pending } = readPress(press(first, { typing: true }), null)
    expect(command).toBeNull()
    expect(second === undefined || pending === null).toBe(true)
  }
  expect(readPress(press('k', { mod: true, typing: true }), null).command).toEqual({
    kind: 'palette',
  })
})

test('the browser keeps its own combinations', () => {
  expect(readPress(press('n', { mod: true }), null).command).toBeNull()
  expect(readPress(press('g', { alt: true }), null).pending).toBeNull()
})

test('no two shortcuts have the same keys, and none hides a sequence', () => {
  const all = SHORTCUTS.map(({ keys }) => keys.join(' '))
  expect(new Set(all).size).toBe(all.length)
  expect(all).not.toContain('g')
})
