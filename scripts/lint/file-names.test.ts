import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { listSources } from './tracked-files.ts'

/** Names of drawers: they say where something was put, not what it is, and fill up. */
const DRAWERS = /(^|-)(utils?|helpers?|types?|services?|managers?|index)\.(ts|tsx|mjs)$/

/** Supabase looks for an Edge Function's entry under this name. */
const FUNCTION_ENTRY = /^supabase\/frontend\/supabase\/functions\/[^/]+\/index\.ts$/

test('every source file is named for a concept or a verb, not for a drawer', () => {
  const sources = listSources()
  expect(sources.length).toBeGreaterThan(0)
  expect(
    sources.filter((path) => DRAWERS.test(basename(path)) && !FUNCTION_ENTRY.test(path)),
  ).toEqual([])
})
