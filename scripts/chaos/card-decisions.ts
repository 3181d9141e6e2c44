/** What people know about the cards they decided on: what was answered, and what they only tried. */

type Decided = { readonly status: string; readonly setBy: 'person' | 'automation' }

export class CardDecisions {
  /** By card: `person:<status>`, `person:*` or `automation`, whichever may hold now. */
  readonly #possible = new Map<string, Set<string>>()

  /** A person tries; unless an answer comes, it may or may not have been done. */
  attempt(card: string, how: 'move' | 'accept' | 'dismiss' | 'resume', to: string): void {
    if (how === 'dismiss') return
    const outcome = { move: `person:${to}`, accept: 'person:*', resume: 'automation' }[how]
    this.#of(card).add(outcome)
  }

  /** The answer says how the card stands, and nobody else decides about it. */
  answered(card: string, { status, setBy }: Decided): void {
    const holds = setBy === 'person' ? `person:${status}` : 'automation'
    this.#possible.set(card, new Set([holds]))
  }

  /**
   * The cards are as they were once: whatever was decided since is forgotten.
   *
   * @returns about how many cards people had decided otherwise
   */
  restored(cards: readonly (Decided & { readonly id: string })[]): number {
    const former = new Map(this.#possible)
    this.#possible.clear()
    for (const { id, ...card } of cards) this.answered(id, card)
    return [...former].filter(([id, holds]) => {
      const now = this.#possible.get(id) ?? new Set(['automation'])
      return [...holds].some((one) => !now.has(one))
    }).length
  }

  /** Whether a card may stand like this after all that people decided. */
  allows(card: string, { status, setBy }: Decided): boolean {
    const possible = this.#of(card)
    if (setBy === 'automation') return possible.has('automation')
    return possible.has(`person:${status}`) || possible.has('person:*')
  }

  #of(card: string): Set<string> {
    const known = this.#possible.get(card) ?? new Set(['automation'])
    this.#possible.set(card, known)
    return known
  }
}
