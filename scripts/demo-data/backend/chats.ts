/** The 58 chat messages of the demo's backend, conversation by conversation. */
import { demoSession, RUNNING } from '../frontend/campaign-plans.ts'
import { HOURS } from '../frontend/rows.ts'
import {
  agent,
  blocksAgent,
  type ChatValue,
  flat,
  nestedAgent,
  nestedPerson,
  partsPerson,
  person,
  structured,
  tool,
} from './messages.ts'

export type Conversation = {
  /** As `chat_history` has it: an id, an older id, or one with the memory node's suffix. */
  readonly sessionId: string
  readonly messages: readonly ChatValue[]
  /** The first so many messages were said so many minutes before the others. */
  readonly earlier?: { readonly count: number; readonly minutes: number }
}

const session = (number: number) => demoSession(RUNNING, number)

/** An id of the older shape, without the campaign's uid. */
export function oldSession(number: number): string {
  return `plumberlondon_447700900${number}`
}

const OPENING =
  'Hi! I am an AI assistant, not a person. I am writing about a Plumber job in Southwark with Thames Fit-Out. Are you looking for work at the moment? Reply STOP and I will not write again.'

/** @param minutesAgo the moment so many minutes before the database's present one, ISO 8601 */
export function demoConversations(minutesAgo: (minutes: number) => string): Conversation[] {
  return [
    {
      sessionId: session(100),
      // The call that arranges the visit lies between.
      earlier: { count: 12, minutes: 43 * HOURS },
      messages: [
        agent(OPENING),
        person('Hi, yes I am. What is the pay?'),
        ...tool('call_pay1', 'job_details', 'Salary: £210–£240 a day'),
        structured('It is £210 to £240 a day, CIS. Which CSCS card do you hold, and until when?'),
        person('Blue CSCS card, valid until 2028'),
        ...tool('call_save1', 'save_objective', 'saved: matrix_cscs_card'),
        agent(
          '[Used tools: Tool: save_objective, Input: {"key":"matrix_cscs_card"}, Result: saved] Thank you. When could you start?',
        ),
        person('Monday week, I have to give notice'),
        agent('That works for them. May I call you after five to arrange a visit?'),
        person('Yes after 5 is best'),
        agent('You are booked for Thursday at ten, Hatch Street gate. Please bring your card.'),
        person('👍 see you there'),
      ],
    },
    {
      sessionId: session(101),
      messages: [
        agent(OPENING),
        person('Dzień dobry, yes I look for new job'),
        structured('Great! Which CSCS card do you hold, and until when?'),
        person('Blue card, 2027'),
        structured('Do you have your own hand tools?'),
        person('Yes, everything'),
        structured('When could you start?'),
        person('I am free now. I am interested'),
      ],
    },
    {
      sessionId: session(102),
      messages: [
        agent(OPENING),
        person('yes interested, is there parking'),
        agent('There is a car park five minutes away; the client pays half.'),
        person('Ok then no thanks, I have too many tools to carry. Not interested'),
        agent('I understand. All the best!'),
      ],
    },
    {
      sessionId: session(103),
      messages: [
        agent(OPENING),
        person('Hello yeah go on'),
        agent('Which CSCS card do you hold, and until when?'),
        person('Gold one, good till 2029'),
        agent('Excellent, thank you. I will pass this on.'),
      ],
    },
    {
      sessionId: session(104),
      messages: [
        agent('How was your first day at Southwark?'),
        person('All good, started this morning'),
        agent('Great to hear. Have a safe week!'),
        person('Thank you 🙂'),
      ],
    },
    {
      sessionId: oldSession(106),
      messages: [
        flat('agent', OPENING, minutesAgo(4000)),
        flat('user', 'Hi, who gave you my number?', minutesAgo(3950)),
        flat('agent', 'You registered with our London desk in March.', minutesAgo(3949)),
        flat('user', 'Ah yes. I am on holiday, ask me next week', minutesAgo(3900)),
        flat('agent', 'Will do. Enjoy your holiday!', minutesAgo(3899)),
      ],
    },
    {
      sessionId: session(107),
      messages: [
        nestedAgent(OPENING),
        nestedPerson('Yes please, I am interested'),
        nestedAgent('When could you start?'),
        nestedPerson('Tomorrow if you like'),
      ],
    },
    {
      sessionId: `${session(108)}__Postgres_Chat_Memory`,
      messages: [
        agent(OPENING),
        person('What hours is it?'),
        agent('Monday to Friday, 07:30 to 16:30.'),
      ],
    },
    // Chats that stand alone: no session_info, no numbers.
    {
      sessionId: session(109),
      messages: [
        blocksAgent(OPENING),
        partsPerson('Can you call me instead? I am driving'),
        blocksAgent('Of course. Drive safely, I will call in the afternoon.'),
      ],
    },
    { sessionId: oldSession(114), messages: [agent(OPENING), person('STOP')] },
    // Nobody of ours has this number.
    {
      sessionId: session(199),
      messages: [agent(OPENING), person('New phone, who is this?')],
    },
    // What somebody left behind while trying a workflow out.
    {
      sessionId: 'test-webhook-chat',
      messages: ['hello?', { type: 'remove', id: 'run-1' }, { ping: true, at: 'workflow test' }],
    },
  ]
}
