/** Does the frontend show what the backend says, recipient by recipient? Pure; the oracle is the domain's. */
import { suggestionOf } from '../../src/domain/status/decide-card.ts'
import { resolveStatus, type StatusResolution } from '../../src/domain/status/resolve-status.ts'
import { toFacts } from '../../src/domain/status/status-facts.ts'
import { DEFAULT_RULES } from '../../src/domain/status/status-rule.ts'
import type { LedgerLine, Numbers, Outcome, Sides } from './outcome.ts'

/** @returns what is wrong, one line each */
export function judgeRecords(outcome: Outcome): string[] {
  return [
    ...outcome.ledger.flatMap((line) => judgeLine(line, outcome)),
    ...Object.entries(outcome.records).flatMap(([kind, sides]) => compare(kind, sides)),
    ...outcome.numbers.flatMap(judgeNumbers),
    ...outcome.erasedPlaces.map((place) => `${place} still names somebody erased`),
  ]
}

function judgeLine(line: LedgerLine, outcome: Outcome): string[] {
  const resolved = resolve(line, outcome)
  const status = resolved.status ?? 'not-contacted'
  const faults: string[] = []
  const note = (isRight: boolean, words: string) => {
    if (!isRight) faults.push(`${line.id}: ${words}`)
  }
  note(isUnbroken(line), `history is ${JSON.stringify(line.history)}, the status ${line.status}`)
  // What an erased person's status rested on is gone; the ledger keeps the line for its numbers.
  if (line.erased) return faults
  note(line.status === status, `is ${line.status}, the backend says ${status}`)
  note(line.contested === resolved.contested, `contested is ${line.contested}`)
  const session = outcome.sessions.get(line.session)
  const mustEnd = line.campaignState === 'stopped' || outcome.wishes.suppressed.has(line.phone)
  note(!mustEnd || session?.completed !== false, 'goes on against a stop or a wish')
  if (line.card !== null) faults.push(...judgeCard(line, resolved, outcome))
  // Cards are made from the first contact on; a refusal alone makes none.
  else note(['not-contacted', 'rejected'].includes(status), `is ${status} and has no card`)
  return faults
}

function resolve(line: LedgerLine, { sessions }: Outcome): StatusResolution {
  const session = sessions.get(line.session)
  return resolveStatus(DEFAULT_RULES, {
    objectives: session ? toFacts(session.values, session.events) : [],
    inboundCount: session?.inbound ?? 0,
    answeredCalls: session?.answeredCalls ?? 0,
  })
}

/** Every change is told once, from where the one before ended to where things are now. */
function isUnbroken({ history, status }: LedgerLine): boolean {
  let at = 'not-contacted'
  for (const { from, to } of history) {
    if (from !== at || to === at) return false
    at = to
  }
  return at === status
}

function judgeCard({ card }: LedgerLine, resolved: StatusResolution, outcome: Outcome): string[] {
  if (card === null) return []
  const faults: string[] = []
  const status = resolved.status ?? 'not-contacted'
  const proposed = resolved.contested ?? resolved.status
  if (!outcome.allowsCard(card)) {
    faults.push(`card ${card.id}: ${card.setBy} ${card.status} is nobody's decision`)
  }
  // As src/domain/status/decide-card.ts has it: where there is no evidence, a card that a person moved and handed back
  // stays. One that automation has moved since must be down again.
  const { by, to } = card.lastMove ?? {}
  const mayStay = resolved.status === null && by === 'person' && to === card.status
  if (card.setBy === 'automation' && card.status !== status && !mayStay) {
    faults.push(`card ${card.id}: is ${card.status}, the backend says ${status}`)
  }
  if (card.proposed !== proposed) faults.push(`card ${card.id}: proposed is ${card.proposed}`)
  if (card.suggested !== suggestionOf(card)) {
    faults.push(`card ${card.id}: suggests ${card.suggested}`)
  }
  return faults
}

function compare(kind: string, { backend, frontend }: Sides): string[] {
  const shown = new Set(frontend)
  const held = new Set(backend)
  return [
    ...backend.filter((one) => !shown.has(one)).map((one) => `${kind}: missing ${one}`),
    ...frontend.filter((one) => !held.has(one)).map((one) => `${kind}: not there any more ${one}`),
    ...(shown.size === frontend.length ? [] : [`${kind}: some are shown twice`]),
  ]
}

/** planned = sent + held + excluded + failed + waiting; sent = confirmed + unconfirmed. */
function judgeNumbers({ campaign, told, counted }: Numbers): string[] {
  const of = (name: string) => told[name] ?? 0
  const sum = of('sent') + of('held') + of('excluded') + of('failed') + of('waiting')
  const states = ['confirmed', 'unconfirmed', 'held', 'excluded', 'failed'] as const
  const all = Object.values(counted).reduce((total, count) => total + count, 0)
  const isRight =
    of('planned') === sum &&
    of('planned') === all &&
    of('sent') === of('confirmed') + of('unconfirmed') &&
    states.every((state) => of(state) === (counted[state] ?? 0))
  return isRight ? [] : [`${campaign}: the numbers are ${JSON.stringify({ told, counted })}`]
}
