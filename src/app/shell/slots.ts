import type { ComponentType } from 'react'
import { SyncPill } from '../../features/sync/sync-pill.tsx'
import { AppKeeper } from '../background/app-keeper.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { AutoSync } from '../background/auto-sync.tsx'
import { KeepSending } from '../background/keep-sending.tsx'
import { LiveChanges } from '../background/live-changes.tsx'

type ShellSlots = {
  /** In the top bar at the left: the button of the search over everything. */
  readonly search?: ComponentType
  /** In the top bar at the right: the pill that says how current things are. */
  readonly sync?: ComponentType
  /** Without a place: what works while someone is signed in, such as a poll. */
  readonly background: readonly ComponentType[]
}

/** What features put into the shell. A feature exports the component; here it gets its place. */
export const slots: ShellSlots = {
  search: PaletteButton,
  sync: SyncPill,
  background: [AutoSync, LiveChanges, KeepSending, AppKeeper],
}
