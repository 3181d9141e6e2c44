/** Every shortcut of the app that works on any page: the one list, which the help sheet shows too. */
import { paths } from '../../lib/paths.ts'
import { navText } from '../../ui/text/shell.ts'
import { paletteText } from '../../ui/text/palette.ts'

export type Command =
  | { readonly kind: 'go'; readonly href: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'help' }
  | { readonly kind: 'undo' }

export type Shortcut = {
  /** Pressed one after the other; `mod` is ⌘ on Apple's machines and Ctrl elsewhere, held. */
  readonly keys: readonly string[]
  readonly label: string
  readonly command: Command
  /** Only for who may write. */
  readonly writes?: true
}

const go = (key: string, label: string, href: string): Shortcut => ({
  keys: ['g', key],
  label,
  command: { kind: 'go', href },
})

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['mod', 'k'], label: paletteText.open, command: { kind: 'palette' } },
  { keys: ['/'], label: paletteText.open, command: { kind: 'palette' } },
  { keys: ['?'], label: paletteText.help, command: { kind: 'help' } },
  {
    keys: ['n'],
    label: paletteText.newCampaign,
    command: { kind: 'go', href: paths.newCampaign() },
    writes: true,
  },
  { keys: ['z'], label: paletteText.undo, command: { kind: 'undo' } },
  go('d', navText.dashboard, paths.dashboard()),
  go('c', navText.campaigns, paths.campaigns()),
  go('j', navText.jobs, paths.jobs()),
  go('i', navText.inbox, paths.inbox()),
  go('l', navText.calls, paths.calls()),
  go('p', navText.people, paths.people()),
  go('a', navText.datasets, paths.datasets()),
  go('s', navText.sync, paths.sync()),
]

export type Press = {
  readonly key: string
  /** Ctrl or ⌘ is held. */
  readonly mod: boolean
  readonly alt: boolean
  /** The keys go into a field. */
  readonly typing: boolean
  /** ms, from any start */
  readonly at: number
}

/** A first key waits so long for its second. */
const SEQUENCE_MS = 1_200

export type Pending = { readonly key: string; readonly at: number } | null

/** What a press does, and what the next one continues. While somebody types, only `mod` counts. */
export function readPress(
  press: Press,
  pending: Pending,
  shortcuts: readonly Shortcut[] = SHORTCUTS,
): { readonly command: Command | null; readonly pending: Pending } {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const find = (...keys: readonly string[]) =>
    shortcuts.find((each) => each.keys.join(' ') === keys.join(' '))?.command ?? null
  if (press.mod) return { command: press.alt ? null : find('mod', key), pending: null }
  if (press.typing || press.alt) return { command: null, pending: null }
  const continues = pending !== null && press.at - pending.at <= SEQUENCE_MS
  const second = continues ? find(pending.key, key) : null
  if (second !== null) return { command: second, pending: null }
  const starts = shortcuts.some((each) => each.keys.length === 2 && each.keys[0] === key)
  return { command: find(key), pending: starts ? { key, at: press.at } : null }
}
