/** How a frontend ticks between two steps of a story. */
import fc from 'fast-check'

/** What each frontend does between two steps. */
export type TickStyle =
  | { readonly type: 'none' }
  | { readonly type: 'tick'; readonly pageSessions: number }
  | {
      readonly type: 'crash'
      readonly pageSessions: number
      readonly step: number
      readonly fault: 'before' | 'after'
    }
  | { readonly type: 'together' }

/** A healthy tick that reads all there is. */
export const WHOLE: TickStyle = { type: 'tick', pageSessions: 1000 }

const pageSessions = fc.constantFrom(1, 2, 1000)

export const tickStyleArb: fc.Arbitrary<TickStyle> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('none' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('tick' as const), pageSessions }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('crash' as const),
      pageSessions,
      step: fc.integer({ min: 1, max: 5 }),
      fault: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('together' as const) }) },
)
