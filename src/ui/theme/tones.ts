/**
 * The few colours that mean something. `tokens.css` gives each an ink (text), a paper (ground)
 * and a solid (dots, bars) in light and dark; a board's column stores one of these names.
 */
export const TONES = ['gray', 'blue', 'amber', 'violet', 'teal', 'green', 'red', 'pink'] as const

export type Tone = (typeof TONES)[number]

/** Reads a stored colour name; anything unknown is grey. */
export function parseTone(value: unknown): Tone {
  return TONES.find((tone) => tone === value) ?? 'gray'
}

/** The custom properties of a tone, for the `style` of an element. */
export function toneVariables(tone: Tone): Record<`--tone-${string}`, string> {
  return {
    '--tone-ink': `var(--rc-${tone}-ink)`,
    '--tone-paper': `var(--rc-${tone}-paper)`,
    '--tone-solid': `var(--rc-${tone}-solid)`,
  }
}
