import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'
import { planConversation } from './plan-conversation.ts'
import { SCENARIOS, type Scenario } from './scenario.ts'
import type { Step } from './step.ts'

const FIRST_MESSAGE = 'Hi! I am an AI assistant, not a person.'

const objectives: ObjectiveTemplate = {
  interested: { type: 'boolean', description: 'Wants the job' },
  interview_scheduled: { type: 'boolean', description: 'Has an interview' },
  hired: { type: 'boolean', description: '' },
  started_work: { type: 'boolean', description: '' },
  rejected: { type: 'boolean', description: '' },
  years_of_experience: { type: 'number', description: 'Years of experience' },
  matrix_cscs_card: {
    type: 'string',
    description: 'WhatsApp: Which CSCS card do you hold?\nCall: Ask for the card.',
  },
}

function plan(scenario: Scenario, template = objectives): readonly Step[] {
  return planConversation({
    sessionId: `plumberlondon_abc123xyz_44770090012${SCENARIOS.indexOf(scenario)}`,
    jobDescription: 'Job Title: Plumber\nLocation: London\nSalary: £200 a day',
    objectives: template,
    firstMessageChat: FIRST_MESSAGE,
    firstMessageCall: FIRST_MESSAGE,
  })
}

/** What the objectives say when the conversation is over. */
function learnt(steps: readonly Step[]): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (const step of steps) if (step.kind === 'learns') Object.assign(all, step.values)
  return all
}

function textsOf(steps: readonly Step[], speaker: 'agent' | 'person'): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'says' && step.speaker === speaker) return [step.text]
    if (step.kind !== 'hangs-up') return []
    return step.lines.filter((line) => line.speaker === speaker).map((line) => line.text)
  })
}

const kinds = (steps: readonly Step[]) => steps.map((step) => step.kind)

test.each(SCENARIOS)(
  'in the scenario %s the agent speaks first and says what it is',
  (scenario) => {
    const [first] = plan(scenario)
    expect(first).toMatchObject({ kind: 'says', speaker: 'agent', text: FIRST_MESSAGE })
  },
)

test('the same session goes the same way every time', () => {
  for (const scenario of SCENARIOS) expect(plan(scenario)).toEqual(plan(scenario))
})

test('whoever is interested is asked everything and answers in the type that was asked for', () => {
  const values = learnt(plan('interested'))
  expect(values).toEqual({
    interested: true,
    years_of_experience: expect.any(Number) as unknown,
    matrix_cscs_card: expect.stringMatching(/card/i) as unknown,
  })
})

test('an interview is arranged in a call, whose analysis comes after its end', () => {
  const steps = plan('interview')
  expect(learnt(steps)).toMatchObject({ interested: true, interview_scheduled: true })
  const call = kinds(steps).filter((kind) => ['dials', 'hangs-up', 'analyses'].includes(kind))
  expect(call).toEqual(['dials', 'hangs-up', 'analyses'])
})

test('whoever rejects is no longer interested, and the agent ends the session', () => {
  const steps = plan('rejects')
  expect(learnt(steps)).toEqual({ interested: false, rejected: true })
  expect(steps.at(-1)?.kind).toBe('closes')
})

test('whoever changes their mind was interested before', () => {
  const values = plan('changes-mind').flatMap((step) =>
    step.kind === 'learns' ? [step.values] : [],
  )
  expect(values[0]).toEqual({ interested: true })
  expect(values.at(-1)).toEqual({ interested: false, rejected: true })
})

test('whoever starts work passes interview and hire', () => {
  expect(learnt(plan('starts-work'))).toMatchObject({
    interested: true,
    interview_scheduled: true,
    hired: true,
    started_work: true,
  })
})

test('a silence is met with reminders, and nothing is learnt from it', () => {
  const steps = plan('no-answer')
  expect(kinds(steps)).toEqual(['says', 'reminds', 'reminds'])
})

test('a voicemail is no conversation: nobody says anything and nothing is learnt', () => {
  const steps = plan('voicemail')
  expect(learnt(steps)).toEqual({})
  expect(steps.flatMap((step) => (step.kind === 'hangs-up' ? [step.end] : []))).toEqual([
    'voicemail_reached',
    'dial_no_answer',
  ])
})

test('STOP is all that is said, and the agent asks nothing more', () => {
  const steps = plan('stop')
  expect(textsOf(steps, 'person')).toEqual([expect.stringMatching(/^(stop\.?|unsubscribe)$/i)])
  expect(learnt(steps)).toEqual({})
})

test('a question is answered from the job description', () => {
  expect(textsOf(plan('asks'), 'agent')).toContain('Salary: £200 a day')
})

test('a campaign by WhatsApp alone is not telephoned', () => {
  const chatOnly = {
    interview_scheduled: { type: 'boolean', description: '' },
    matrix_card: { type: 'string', description: 'WhatsApp: Which card do you hold?' },
  } as const
  const steps = plan('interview', chatOnly)
  expect(kinds(steps)).not.toContain('dials')
  expect(textsOf(steps, 'agent')).toContain('Which card do you hold?')
  expect(learnt(steps)).toMatchObject({ interview_scheduled: true })
})

test('a campaign by telephone alone is not written to', () => {
  const callOnly = {
    interested: { type: 'boolean', description: '' },
    matrix_card: { type: 'string', description: 'Call: Which card do you hold?' },
  } as const
  for (const scenario of SCENARIOS) {
    const steps = plan(scenario, callOnly)
    expect(kinds(steps)).not.toContain('says')
    expect(kinds(steps)).not.toContain('reminds')
    expect(kinds(steps)).toContain('hangs-up')
  }
  expect(textsOf(plan('interested', callOnly), 'agent')).toContain('Which card do you hold?')
  expect(learnt(plan('interested', callOnly))).toMatchObject({ interested: true })
  expect(textsOf(plan('no-answer', callOnly), 'agent')).toEqual([])
})

test('outcomes that a campaign has no objective for are stored as the default rules name them', () => {
  expect(learnt(plan('rejects', {}))).toEqual({ interested: false, rejected: true })
  expect(learnt(plan('starts-work', {}))).toEqual({
    interested: true,
    interview_scheduled: true,
    hired: true,
    started_work: true,
  })
  const own = { not_interested: { type: 'boolean', description: '' } } as const
  expect(learnt(plan('rejects', own))).toEqual({ interested: false, not_interested: true })
})

test('any campaign can be talked about, and its objectives get values of their type', () => {
  const objective = fc.record({
    type: fc.constantFrom('boolean' as const, 'number' as const, 'string' as const),
    description: fc.oneof(fc.string(), fc.constantFrom('WhatsApp: Free?', 'Call: Free?', '')),
  })
  const key = fc.oneof(
    fc.stringMatching(/^[a-z0-9_]{1,20}$/),
    fc.constantFrom('interested', 'rejected', 'matrix_x'),
  )
  fc.assert(
    fc.property(
      fc.dictionary(key, objective),
      fc.constantFrom(...SCENARIOS),
      (template, scenario) => {
        const steps = plan(scenario, template)
        expect(steps.length).toBeGreaterThan(0)
        for (const step of steps) expect(step.afterSeconds).toBeGreaterThan(0)
        for (const [learntKey, value] of Object.entries(learnt(steps))) {
          expect(typeof value).toBe(template[learntKey]?.type ?? 'boolean')
        }
      },
    ),
  )
})
