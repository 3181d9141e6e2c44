/**
 * What happens in a conversation of the demo agent, one thing at a time. Steps are pure data:
 * when they happen is decided by the backend's clock, from `afterSeconds`.
 */

/** Who speaks: the agent of the campaign, or the person it contacted. */
export type Speaker = 'agent' | 'person'

/** One line of a call. */
export type Line = { readonly speaker: Speaker; readonly text: string }

/** How a call ended, as Retell names it (its `disconnection_reason`). */
export type CallEnd =
  'user_hangup' | 'agent_hangup' | 'dial_no_answer' | 'dial_busy' | 'voicemail_reached'

export type ObjectiveValue = boolean | number | string

export type Event =
  /** A WhatsApp message. */
  | { readonly kind: 'says'; readonly speaker: Speaker; readonly text: string }
  /** A message of the agent's into a silence. */
  | { readonly kind: 'reminds'; readonly text: string }
  /** The agent used a tool: two rows that nobody in the conversation sees. */
  | { readonly kind: 'looks-up'; readonly tool: string; readonly result: string }
  /** A row that is no text: what real tables hold besides messages. */
  | { readonly kind: 'leaves'; readonly message: { readonly [key: string]: unknown } }
  /** Objectives have values now. */
  | {
      readonly kind: 'learns'
      readonly values: { readonly [key: string]: ObjectiveValue }
      readonly from: 'chat' | 'call'
    }
  | { readonly kind: 'dials'; readonly call: number }
  | {
      readonly kind: 'hangs-up'
      readonly call: number
      readonly end: CallEnd
      readonly lines: readonly Line[]
    }
  /** The provider's analysis, which comes some time after the call. */
  | {
      readonly kind: 'analyses'
      readonly call: number
      readonly end: CallEnd
      readonly summary: string
    }
  /** The agent ends the session itself. */
  | { readonly kind: 'closes' }

export type Step = Event & {
  /** Seconds since the step before, at speed 1. */
  readonly afterSeconds: number
}
