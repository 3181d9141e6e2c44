/**
 * A tick that changes nothing: one page is read and planned as a tick would, and the database says
 * what applying it would do. Works while the sync is paused, too; the cursor stays where it is.
 */
import { toApply } from './run-tick.ts'
import type { Apply, BackendPort, Cursor } from './ports.ts'

/** Fewer than a tick's page, because a person waits, and the apply is done only to be taken back. */
const PREVIEW_SESSIONS = 200

/** Where the sync stands; the preview neither takes its lease nor moves it. */
export type Standing = { readonly cursor: Cursor | null; readonly version: number }

export type PreviewPorts<Answer> = {
  readonly backend: Pick<BackendPort, 'readFeed'>
  readonly frontend: {
    standing(): Promise<Standing>
    preview(apply: Apply): Promise<Answer>
  }
}

/** @throws AppError of either database */
export async function previewTick<Answer>(
  { backend, frontend }: PreviewPorts<Answer>,
  run: string,
): Promise<{ readonly mode: string; readonly more: boolean; readonly answer: Answer }> {
  const { cursor, version } = await frontend.standing()
  const page = await backend.readFeed(cursor, PREVIEW_SESSIONS)
  const answer = await frontend.preview({
    ...toApply(page, true),
    owner: 'preview',
    run,
    trigger: 'command',
    requests: 0,
    version,
    cursor,
  })
  return { mode: page.mode, more: page.more, answer }
}
