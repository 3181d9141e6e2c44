import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTIONS } from './action-words.ts'

const MIGRATIONS = 'supabase/frontend/supabase/migrations'

test('everything that the database writes into the audit log has words of its own', () => {
  const written = readdirSync(MIGRATIONS).flatMap((file) =>
    [
      ...readFileSync(`${MIGRATIONS}/${file}`, 'utf8').matchAll(
        /private\.audit\([^,]+, '([a-z-]+)'/g,
      ),
    ].map(([, action]) => action),
  )
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter((action) => action === undefined || !ACTIONS.includes(action))).toEqual([])
})
