/** A pool of many people, scrolled in Chromium by wheel and by jumps. */
import type { Page } from 'playwright-core'
import type postgres from 'postgres'
import { traceWay, turnWheel, type ScrollFigure } from './scroll-trace.ts'

/** @returns the pool's id */
export async function seedPool(sql: postgres.Sql, office: string, people: number): Promise<string> {
  const [pool] = await sql`insert into public.datasets (office_id, name, created_by)
    values (${office}, 'Pool of many', null) returning id`
  const id = String(pool?.['id'])
  await sql`insert into public.dataset_candidates
      (dataset_id, office_id, name, phone_given, trade, location, created_by)
    select ${id}, ${office}, 'Person ' || n, '07700 900' || lpad((n % 1000)::text, 3, '0'), 'Joiner',
      'Leeds', null
    from generate_series(1, ${people}::integer) n`
  return id
}

/** Scrolls an open pool each way. The page must be signed in and show the pool of `seedPool`. */
export async function measurePoolScroll(page: Page): Promise<readonly ScrollFigure[]> {
  const table = page.getByRole('table', { name: 'People' })
  await table.getByRole('row').nth(5).waitFor()
  await table.hover()
  return [
    await traceWay(page, 'a pool by wheel', () => turnWheel(page, 0, 1_200, 100)),
    await traceWay(page, 'a pool by jumps', () => turnWheel(page, 0, 400_000, 8)),
  ]
}
