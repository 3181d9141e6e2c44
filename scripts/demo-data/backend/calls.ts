import { demoSession, RUNNING } from '../frontend/campaign-plans.ts'
import { HOURS } from '../frontend/rows.ts'

type MinutesAgo = (minutes: number) => string

/** Where recordings are said to be when nobody serves them. */
export const NO_RECORDINGS = 'https://recordings.example'

const DANIEL = 100
const SOFIA = 104
const YUSUF = 125
const SEAN = 126

const DANIELS_CALL = [
  'User: Hello?',
  'Agent: Hello. I am an AI assistant, not a person. I am calling about the plumbing job in Southwark. Is this a good time?',
  'User: Yes, I have just got home.',
  'Agent: Thank you. The site manager would like to meet you. Does Thursday at ten suit you?',
  'User: Thursday at ten, yes, I can do that.',
  'Agent: Lovely. Who could give you a reference?',
  'User: The site manager at Deptford, I worked with him for two years.',
  'Agent: Perfect. You are booked for Thursday at ten at the Hatch Street gate.',
  'User: Great, thanks. Bye.',
].join('\n')

const SOFIAS_CALL = [
  'Agent: Hello Sofia. I am an AI assistant, not a person. Thames Fit-Out would like you to start on Monday.',
  'User: Oh brilliant, what time?',
  'Agent: Half past seven for the induction.',
  'User: I will be there.',
].join('\n')

/**
 * Calls as the voice provider reports them. A voicemail ends like any other call.
 *
 * @param recordings the address under which recordings are found
 */
export function demoCalls(minutesAgo: MinutesAgo, recordings: string = NO_RECORDINGS) {
  const call = (
    number: number,
    id: string,
    hoursAgo: number,
    fields: {
      readonly status: string
      readonly duration: string | null
      readonly transcript: string | null
      readonly analysis: object | null
    },
  ) => ({
    call_id: `call_demo_${id}`,
    called_at: minutesAgo(hoursAgo * HOURS),
    recording_url: fields.transcript === null ? null : `${recordings}/call_demo_${id}.wav`,
    session_id: demoSession(RUNNING, number),
    batch_call_id: 'batch_call_demo_1',
    ...fields,
  })
  return [
    call(DANIEL, 'daniel_1', 30, {
      status: 'ended',
      duration: '00:00:21',
      transcript: 'User: Please leave a message after the tone.\nAgent: I will try again later.',
      analysis: {
        in_voicemail: true,
        disconnection_reason: 'voicemail_reached',
        call_summary: 'Reached a voicemail greeting.',
      },
    }),
    call(DANIEL, 'daniel_2', 27, {
      status: 'ended',
      duration: '00:01:34',
      transcript: DANIELS_CALL,
      analysis: {
        in_voicemail: false,
        disconnection_reason: 'user_hangup',
        user_sentiment: 'Positive',
        call_successful: true,
        call_summary: 'Daniel agreed to an interview on Thursday at ten and named a reference.',
      },
    }),
    call(SOFIA, 'sofia_1', 50, {
      status: 'ended',
      duration: '00:00:48',
      transcript: SOFIAS_CALL,
      analysis: {
        in_voicemail: false,
        disconnection_reason: 'agent_hangup',
        user_sentiment: 'Positive',
        call_successful: true,
        call_summary: 'Sofia starts on Monday at half past seven.',
      },
    }),
    call(YUSUF, 'yusuf_1', 26, {
      status: 'not_connected',
      duration: null,
      transcript: null,
      analysis: { disconnection_reason: 'dial_no_answer' },
    }),
    // Its analysis has not come yet.
    call(SEAN, 'sean_1', 1, {
      status: 'ended',
      duration: '00:00:25',
      transcript:
        'User: Hello, who is it?\nAgent: I am an AI assistant, not a person.\nUser: Can you call back later, I am on a roof.',
      analysis: null,
    }),
  ]
}
