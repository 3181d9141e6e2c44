/** A board of many cards, scrolled in Chromium each way. */
import type { Page } from 'playwright-core'
import type postgres from 'postgres'
import { traceWay, turnWheel, type ScrollFigure } from './scroll-trace.ts'

/**
 * Makes a job whose cards spread over the standard columns, half of them in one.
 *
 * @returns the job's id
 */
export async function seedBoard(sql: postgres.Sql, office: string, cards: number): Promise<string> {
  const [job] = await sql`insert into public.jobs (office_id, title, created_by)
    values (${office}, 'Board of many', null) returning id`
  const id = String(job?.['id'])
  await sql`insert into public.candidates
      (job_id, office_id, name, phone_given, status, position, tags, follow_up_on, created_by)
    select ${id}, ${office}, 'Person ' || n, '07700 900' || lpad((n % 1000)::text, 3, '0'),
      case when n % 2 = 0 then 'contacted' else
        (array['not-contacted', 'interested', 'interview', 'hired', 'rejected'])[1 + n % 5] end,
      n, case when n % 3 = 0 then array['CSCS', 'nights'] else '{}' end,
      case when n % 7 = 0 then date '2026-03-02' end, null
    from generate_series(1, ${cards}::integer) n`
  return id
}

/** Scrolls an open board each way. The page must be signed in and show the board of `seedBoard`. */
export async function measureBoardScroll(page: Page): Promise<readonly ScrollFigure[]> {
  const list = page.locator('[data-column="contacted"] [tabindex="0"][role="group"]')
  await list.locator('[data-card]').first().waitFor()
  const box = await list.boundingBox()
  if (box === null) throw new Error('The column is not on the screen.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const jump = async () => {
    for (const part of [0.25, 0.5, 0.9, 0.1, 0.75]) {
      await list.evaluate((element, to) => {
        element.scrollTop = element.scrollHeight * to
      }, part)
      await page.waitForTimeout(700)
    }
  }
  return [
    await traceWay(page, 'a column of the board by wheel', () => turnWheel(page, 0, 240, 120)),
    await traceWay(page, 'a column of the board by jumps', jump),
    await traceWay(page, 'the board sideways', () => turnWheel(page, 120, 0, 30)),
  ]
}
