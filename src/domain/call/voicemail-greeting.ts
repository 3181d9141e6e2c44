import type { TranscriptLine } from './parse-transcript.ts'

// What mailboxes of British and European networks say, none of which a candidate would.
const GREETING = new RegExp(
  [
    String.raw`(?:after|at|on) the (?:tone|beep)`,
    String.raw`(?:leave|record) (?:me |us )?(?:a|your) (?:short |brief )?(?:message|name and number)\b.*\b(?:back|tone|beep|soon)`,
    String.raw`(?:person|number|customer|mobile)\b.{0,40}(?:is|are|'s)(?: currently)? (?:not|un)\s?available`,
    String.raw`reached (?:the )?voice\s?mail(?:box)?`,
    String.raw`(?:forwarded|welcome) to (?:the )?(?:voice\s?mail|an automated|voice messaging)`,
    String.raw`mailbox (?:is full|belonging to|of)`,
    String.raw`nagraj wiadomość|po sygnale|lăsați un mesaj|după ton|deje su mensaje|après le (?:bip|signal)|nach dem (?:ton|signalton)`,
  ].join('|'),
  'iu',
)
// A greeting is one or two utterances; who says more is a person.
const MAX_LINES = 3

/** True where what was heard from the other side is a mailbox's greeting. */
export function isVoicemailGreeting(transcript: readonly TranscriptLine[]): boolean {
  const heard = transcript.filter((line) => line.speaker === 'candidate')
  return (
    heard.length > 0 && heard.length <= MAX_LINES && heard.some((line) => GREETING.test(line.text))
  )
}
