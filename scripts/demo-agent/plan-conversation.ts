/**
 * Plans the whole conversation of a session. Pure, and decided by the session id and the
 * campaign alone, so that a restarted agent goes on where it was.
 */
import type { ObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'
import type { Random } from '../../src/lib/random.ts'
import { answerQuestion, questionText } from './answer-question.ts'
import { fitChannels } from './fit-channels.ts'
import { OUTCOMES, toObjectiveRoles, type ObjectiveRoles, type Question } from './objective-role.ts'
import { scenarioOf } from './scenario.ts'
import { between, pick, seededRandom } from './seeded-random.ts'
import { planCall, planMissedCall } from './plan-call.ts'
import type { Event, ObjectiveValue, Step } from './step.ts'
import { STORYLINES, type Beat, type Outcomes } from './storyline.ts'

/** What a conversation is planned from. */
export type ConversationBrief = {
  readonly sessionId: string
  readonly jobDescription: string
  readonly objectives: ObjectiveTemplate
  readonly firstMessageChat: string
  readonly firstMessageCall: string
}

type Planning = {
  readonly brief: ConversationBrief
  readonly random: Random
  readonly roles: ObjectiveRoles
  /** Not asked yet. */
  readonly questions: Question[]
  calls: number
}

const QUESTIONS_A_CALL = 3

/** How long things take, in seconds at speed 1: least and most. */
const PACE = {
  opening: [2, 40],
  agent: [4, 10],
  person: [20, 80],
  slowPerson: [120, 240],
  learning: [2, 6],
  reminder: [120, 180],
} as const

/** Every step of the session's conversation, in order; at least one. */
export function planConversation(brief: ConversationBrief): readonly Step[] {
  const roles = toObjectiveRoles(brief.objectives)
  const random = seededRandom(brief.sessionId)
  const planning = { brief, random, roles, questions: [...roles.questions], calls: 0 }
  const steps = STORYLINES[scenarioOf(brief.sessionId)].flatMap((beat) => toSteps(beat, planning))
  return fitChannels(steps, brief)
}

function toSteps(beat: Beat, planning: Planning): Step[] {
  const { brief, random } = planning
  const after = (pace: keyof typeof PACE, event: Event): Step => ({
    ...event,
    afterSeconds: between(random, PACE[pace][0], PACE[pace][1]),
  })
  switch (beat.beat) {
    case 'opening':
      return [after('opening', { kind: 'says', speaker: 'agent', text: brief.firstMessageChat })]
    case 'agent':
      return [after('agent', { kind: 'says', speaker: 'agent', text: pick(random, beat.texts) })]
    case 'person':
      return [
        after(beat.slow ? 'slowPerson' : 'person', {
          kind: 'says',
          speaker: 'person',
          text: pick(random, beat.texts),
        }),
      ]
    case 'reminder':
      return [after('reminder', { kind: 'reminds', text: pick(random, beat.texts) })]
    case 'leaves':
      if (between(random, 1, beat.oneIn) > 1) return []
      return [after('agent', { kind: 'leaves', message: beat.message })]
    case 'learns': {
      const values = toValues(beat.outcomes, planning.roles)
      if (Object.keys(values).length === 0) return []
      return [after('learning', { kind: 'learns', values, from: 'chat' })]
    }
    case 'questions':
      return planning.questions.splice(0, beat.atMost).flatMap((question) => {
        const answer = answerQuestion(question, random)
        const text = questionText(question, 'WhatsApp')
        return [
          after('agent', { kind: 'says', speaker: 'agent', text }),
          after('person', { kind: 'says', speaker: 'person', text: answer.words }),
          after('learning', {
            kind: 'learns',
            values: { [question.key]: answer.value },
            from: 'chat',
          }),
        ]
      })
    case 'looks-up': {
      const fact = jobFact(brief.jobDescription, beat.label)
      const result = fact ?? 'not stated'
      return [
        after('learning', { kind: 'looks-up', tool: 'job_details', result }),
        after('agent', { kind: 'says', speaker: 'agent', text: fact ?? beat.otherwise }),
      ]
    }
    case 'missed-call':
      planning.calls += 1
      return planMissedCall(planning.calls, beat.end, brief.firstMessageCall, random)
    case 'call': {
      planning.calls += 1
      const asked = planning.questions.splice(0, QUESTIONS_A_CALL)
      const outcomes = toValues(beat.outcomes, planning.roles)
      return planCall(planning.calls, { ...beat, outcomes }, asked, brief.firstMessageCall, random)
    }
    case 'closes':
      return [after('learning', { kind: 'closes' })]
  }
}

/** The campaign's own keys for the outcomes; none where the campaign doesn't ask for them. */
function toValues(outcomes: Outcomes, roles: ObjectiveRoles): Record<string, ObjectiveValue> {
  return Object.fromEntries(
    OUTCOMES.flatMap((outcome) => {
      const value = outcomes[outcome]
      return value === undefined ? [] : roles.outcomes[outcome].map((key) => [key, value] as const)
    }),
  )
}

/** A labelled line of the job description: "Salary: £190 a day" for `Salary`. */
function jobFact(jobDescription: string, label: string): string | null {
  return jobDescription.split('\n').find((line) => line.startsWith(`${label}: `)) ?? null
}
