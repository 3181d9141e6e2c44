/** The demo agent's scripts: for each scenario what is said and done, in beats. Data only. */
import type { Outcome } from './objective-role.ts'
import type { Scenario } from './scenario.ts'
import type { CallEnd, Speaker } from './step.ts'

/** Ways to say one thing; the session picks. */
export type Texts = readonly [string, ...string[]]

export type Outcomes = Readonly<Partial<Record<Outcome, boolean>>>

export type Beat =
  | { readonly beat: 'opening' }
  | { readonly beat: 'person' | 'agent'; readonly texts: Texts; readonly slow?: boolean }
  | { readonly beat: 'learns'; readonly outcomes: Outcomes }
  | { readonly beat: 'questions'; readonly atMost: number }
  /** The agent looks a fact up in the job description and answers with it. */
  | { readonly beat: 'looks-up'; readonly label: string; readonly otherwise: string }
  /** A record written by another part of the workflow, in one of so many conversations. */
  | {
      readonly beat: 'leaves'
      readonly message: { readonly [key: string]: unknown }
      readonly oneIn: number
    }
  | { readonly beat: 'reminder'; readonly texts: Texts }
  | { readonly beat: 'missed-call'; readonly end: 'voicemail_reached' | 'dial_no_answer' }
  | {
      readonly beat: 'call'
      readonly end: Extract<CallEnd, 'user_hangup' | 'agent_hangup'>
      readonly lines: readonly (readonly [Speaker, string])[]
      readonly outcomes: Outcomes
      readonly summary: string
    }
  | { readonly beat: 'closes' }

const OPEN_TO_WORK: Texts = [
  'Hi, yes I am looking at the moment',
  'Hello. Yes, could be interested. What is it?',
  'yes mate, finishing a job this week',
  'Hi yes please tell me more',
]

const REFUSED: Outcomes = { refusal: true, interest: false }

export const STORYLINES: Readonly<Record<Scenario, readonly Beat[]>> = {
  interested: [
    { beat: 'opening' },
    { beat: 'person', texts: OPEN_TO_WORK },
    { beat: 'learns', outcomes: { interest: true } },
    { beat: 'questions', atMost: 4 },
    { beat: 'agent', texts: ['Thank you, that is all I need. A recruiter will be in touch.'] },
  ],
  interview: [
    { beat: 'opening' },
    { beat: 'person', texts: OPEN_TO_WORK },
    { beat: 'learns', outcomes: { interest: true } },
    { beat: 'questions', atMost: 2 },
    {
      beat: 'agent',
      texts: ['Great. Next is a short interview with the site manager; let me arrange it.'],
    },
    {
      beat: 'call',
      end: 'agent_hangup',
      lines: [
        ['person', 'Hello?'],
        ['agent', 'Is now a good time for two minutes?'],
        ['person', 'Yes, go ahead.'],
        ['agent', 'The site manager can see you on Thursday at ten. Does that suit you?'],
        ['person', 'Thursday at ten is fine.'],
        ['agent', 'Lovely, you are booked in, and the address comes in a message.'],
        ['person', 'Thanks, bye.'],
      ],
      outcomes: { interview: true },
      summary: 'The candidate accepted an interview on Thursday at ten.',
    },
    { beat: 'agent', texts: ['Confirmed: Thursday at ten. Please bring your card and some ID.'] },
    { beat: 'person', texts: ['👍', 'Perfect, see you there'] },
  ],
  asks: [
    { beat: 'opening' },
    { beat: 'person', texts: ['What is the rate?', 'Hi, what does it pay?'] },
    {
      beat: 'looks-up',
      label: 'Salary',
      otherwise: 'It depends on your card and experience; the recruiter will tell you exactly.',
    },
    { beat: 'person', texts: ['And where is it?', 'ok. whereabouts is the site'] },
    { beat: 'looks-up', label: 'Location', otherwise: 'The recruiter will send you the address.' },
    {
      beat: 'leaves',
      message: {
        sender: 'user',
        event: 'media',
        mime: 'image/jpeg',
        caption: 'My card, front side',
      },
      oneIn: 2,
    },
    { beat: 'leaves', message: { event: 'handover', queue: 'night' }, oneIn: 20 },
    {
      beat: 'person',
      texts: ['Ok let me think about it', 'I will speak to my partner and let you know'],
    },
    { beat: 'agent', texts: ['Of course. Write to me here whenever you like.'] },
  ],
  rejects: [
    { beat: 'opening' },
    {
      beat: 'person',
      texts: [
        'No thanks, I have just started somewhere else',
        'Not interested sorry',
        'Hi, I am not looking at the moment, thanks',
      ],
    },
    { beat: 'learns', outcomes: REFUSED },
    { beat: 'agent', texts: ['Thanks for letting us know, and all the best.'] },
    { beat: 'closes' },
  ],
  'no-answer': [
    { beat: 'opening' },
    { beat: 'reminder', texts: ['Hi again, did you see my message about the work?'] },
    { beat: 'reminder', texts: ['Last message from me: just write back if you are interested.'] },
  ],
  voicemail: [
    { beat: 'opening' },
    { beat: 'missed-call', end: 'voicemail_reached' },
    { beat: 'reminder', texts: ['I tried to call you just now. Is there a better time?'] },
    { beat: 'missed-call', end: 'dial_no_answer' },
  ],
  'changes-mind': [
    { beat: 'opening' },
    { beat: 'person', texts: OPEN_TO_WORK },
    { beat: 'learns', outcomes: { interest: true } },
    { beat: 'questions', atMost: 1 },
    {
      beat: 'person',
      slow: true,
      texts: [
        'Sorry, I have been offered something closer to home so I will leave it',
        'Actually I am going to stay where I am, sorry',
      ],
    },
    { beat: 'learns', outcomes: REFUSED },
    { beat: 'agent', texts: ['No problem at all, thank you for telling me.'] },
    { beat: 'closes' },
  ],
  stop: [
    { beat: 'opening' },
    { beat: 'person', texts: ['STOP', 'Stop', 'stop.', 'Unsubscribe'] },
    { beat: 'agent', texts: ['You will not hear from us again.'] },
  ],
  'wrong-number': [
    { beat: 'opening' },
    {
      beat: 'person',
      texts: [
        'I think you have the wrong number, I am a nurse',
        'Who is this? I don’t work in construction',
      ],
    },
    { beat: 'learns', outcomes: { 'wrong-number': true } },
    {
      beat: 'agent',
      texts: ['I am sorry to have bothered you. I will take this number off my list.'],
    },
    { beat: 'closes' },
  ],
  'starts-work': [
    { beat: 'opening' },
    { beat: 'person', texts: OPEN_TO_WORK },
    { beat: 'learns', outcomes: { interest: true } },
    { beat: 'questions', atMost: 2 },
    {
      beat: 'call',
      end: 'user_hangup',
      lines: [
        ['person', 'Hi, speaking.'],
        ['agent', 'The site manager has seen your details and would like you to come in tomorrow.'],
        ['person', 'Tomorrow works. What time?'],
        ['agent', 'Half past seven at the gate. Bring your card and boots.'],
        ['person', 'See you then, cheers.'],
      ],
      outcomes: { interview: true },
      summary: 'The candidate comes to the site tomorrow at half past seven.',
    },
    {
      beat: 'person',
      slow: true,
      texts: ['All done, they want me to start', 'Went well, I got it!'],
    },
    { beat: 'learns', outcomes: { hired: true } },
    { beat: 'agent', texts: ['Congratulations! Write to me when you have had your first day.'] },
    {
      beat: 'person',
      slow: true,
      texts: ['First day done, all good', 'On site since this morning 💪'],
    },
    { beat: 'learns', outcomes: { 'started-work': true } },
    { beat: 'agent', texts: ['Great to hear. Have a safe week.'] },
    { beat: 'closes' },
  ],
}
