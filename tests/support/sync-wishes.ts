/**
 * Who asked not to be contacted any more, by a plain reading of a story: the last word of a number in all
 * conversations that speak for it, and what people put on the list and took off again. Also the conversations
 * of strangers: under somebody's number, but of no campaign of ours, until a person says whose they are.
 */
import fc from 'fast-check'

/** What candidates write; only a message that as a whole says so is a wish. */
export const TEXTS = {
  Hello: null,
  'Please stop at the gate before you start': null,
  STOP: 'stop',
  START: 'start',
} as const satisfies Readonly<Record<string, 'stop' | 'start' | null>>
export type Text = keyof typeof TEXTS

export const textArb: fc.Arbitrary<Text> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('Hello' as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'STOP' as const,
      'START' as const,
      'Please stop at the gate before you start' as const,
    ),
  },
)

export type WishStep =
  /** A message in the conversation of a stranger with the number of `who`. */
  | { readonly type: 'stranger-writes'; readonly who: number; readonly text: Text }
  /** Everything of that conversation is deleted. */
  | { readonly type: 'stranger-leaves'; readonly who: number }
  /** A person says that it is `to` who writes there. */
  | { readonly type: 'link'; readonly who: number; readonly to: number }
  /** A person puts the number of `who` on the list, or takes it off. */
  | { readonly type: 'bar'; readonly who: number }
  | { readonly type: 'lift'; readonly who: number }

/** @param person draws one of the story's people */
export function wishStepArb(person: fc.Arbitrary<number>): fc.Arbitrary<WishStep> {
  const kind = <Type extends string>(type: Type) => fc.constant(type)
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ type: kind('stranger-writes'), who: person, text: textArb }),
    },
    { weight: 1, arbitrary: fc.record({ type: kind('stranger-leaves'), who: person }) },
    { weight: 2, arbitrary: fc.record({ type: kind('link'), who: person, to: person }) },
    { weight: 1, arbitrary: fc.record({ type: kind('bar'), who: person }) },
    { weight: 1, arbitrary: fc.record({ type: kind('lift'), who: person }) },
  )
}

type Message = { readonly place: number; readonly intent: 'stop' | 'start' | null }

class Stranger {
  messages: Message[] = []
  exists = false
  /** Whose a person said it is. */
  linkedTo: number | null = null
}

/** On the list, why, and whether its owner asked for it as well. */
type Bar = { readonly reason: 'opted_out' | 'manual' | null; readonly saidToo: boolean }
const NO_BAR: Bar = { reason: null, saidToo: false }

export class OracleWishes {
  readonly #strangers: readonly Stranger[]
  readonly #own: Message[][]
  readonly #bars: Bar[]
  readonly #wasBarred: boolean[]
  /** The message that was acted upon last, of each number. */
  readonly #acted: (number | null)[]
  #place = 0

  constructor(people: number) {
    const each = Array.from({ length: people })
    this.#strangers = each.map(() => new Stranger())
    this.#own = each.map(() => [])
    this.#bars = each.map(() => NO_BAR)
    this.#wasBarred = each.map(() => false)
    this.#acted = each.map(() => null)
  }

  /** The place of a message in the order in which the backend numbers them. */
  nextPlace(): number {
    return (this.#place += 1)
  }

  makesSense({ type, who }: WishStep): boolean {
    const bar = this.#bars[who] ?? NO_BAR
    const stranger = this.#strangers[who]
    switch (type) {
      case 'stranger-writes':
        return true
      case 'stranger-leaves':
        return stranger?.exists === true
      case 'link':
        return stranger?.exists === true && stranger.linkedTo === null
      case 'bar':
        return bar.reason === null
      case 'lift':
        return bar.reason === 'manual' && !bar.saidToo
    }
  }

  take(step: WishStep): void {
    const stranger = this.#strangers[step.who]
    if (stranger === undefined) return
    switch (step.type) {
      case 'stranger-writes':
        stranger.exists = true
        stranger.messages.push({ place: this.nextPlace(), intent: TEXTS[step.text] })
        break
      case 'stranger-leaves':
        stranger.exists = false
        stranger.messages = []
        break
      case 'link':
        stranger.linkedTo = step.to
        break
      case 'bar':
        this.#bars[step.who] = { reason: 'manual', saidToo: false }
        break
      case 'lift':
        this.#bars[step.who] = NO_BAR
    }
    this.#obey()
  }

  /** A message in the ledger's own conversation. */
  writeOwn(who: number, place: number, text: Text): void {
    this.#own[who]?.push({ place, intent: TEXTS[text] })
    this.#obey()
  }

  forgetOwn(who: number): void {
    this.#own[who]?.splice(0)
    this.#obey()
  }

  /** Messages of strangers that a person said are theirs. */
  linkedMessages(who: number): number {
    const linked = this.#strangers.filter(({ linkedTo }) => linkedTo === who)
    return linked.reduce((sum, { messages }) => sum + messages.length, 0)
  }

  seen(who: number) {
    const stranger = this.#strangers[who]
    const { reason, saidToo } = this.#bars[who] ?? NO_BAR
    return {
      reason,
      saidToo,
      isUnmatched: stranger?.exists === true && stranger.linkedTo === null,
    }
  }

  /** Whether the stranger's conversation must have been told to end, and whether it may have been. */
  strangerEnds(who: number): { readonly must: boolean; readonly may: boolean } {
    const { linkedTo = null, exists = false } = this.#strangers[who] ?? {}
    const numbers = linkedTo === null ? [who] : [who, linkedTo]
    return {
      must: exists && numbers.some((each) => this.mustEnd(each)),
      may: numbers.some((each) => this.mayEnd(each)),
    }
  }

  mustEnd(who: number): boolean {
    return (this.#bars[who] ?? NO_BAR).reason !== null
  }

  mayEnd(who: number): boolean {
    return this.#wasBarred[who] === true
  }

  #obey(): void {
    for (const [who, own] of this.#own.entries()) {
      const words = [
        own,
        ...this.#strangers
          .filter((stranger, number) => number === who || stranger.linkedTo === who)
          .map(({ messages }) => messages),
      ]
      const last = words
        .flat()
        .filter(({ intent }) => intent !== null)
        .toSorted((a, b) => b.place - a.place)[0]
      if (last !== undefined && last.place !== this.#acted[who]) {
        this.#acted[who] = last.place
        this.#bars[who] = afterWord(this.#bars[who] ?? NO_BAR, last.intent)
      }
      if (this.mustEnd(who)) this.#wasBarred[who] = true
    }
  }
}

function afterWord(bar: Bar, intent: Message['intent']): Bar {
  if (intent === 'stop') {
    return bar.reason === null
      ? { reason: 'opted_out', saidToo: false }
      : { ...bar, saidToo: bar.reason === 'manual' }
  }
  return bar.reason === 'opted_out' ? NO_BAR : { ...bar, saidToo: false }
}
