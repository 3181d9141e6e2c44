import { demoId } from '../demo-id.ts'
import { demoEmail, demoPhone, demoPhoneGiven, RECIPIENT_NAMES } from '../demo-people.ts'
import { demoSession, RUNNING } from './campaign-plans.ts'
import { LAUNCHED_AGO } from './campaigns.ts'
import { cardId } from './cards.ts'
import { LONDON_PLUMBERS } from './pools.ts'
import { type DemoContext, HOURS, type NewRow } from './rows.ts'

const FIRST_NUMBER = 100

/** Who of the audience was left out at the launch, and why. */
const EXCLUSIONS: Readonly<Record<number, string>> = {
  156: 'opted_out',
  157: 'invalid_number',
  158: 'removed',
  159: 'cool_down',
}

/** Recipients who had a card on the board when the campaign was launched. */
const WITH_CARD: ReadonlySet<number> = new Set([100, 101, 102, 103, 104, 105, 106])

/** Where the ledger stood when the sync last looked; the first tick of the demo moves it on. */
const STATUS_BEFORE: Readonly<Record<number, string>> = {
  100: 'interested',
  101: 'contacted',
  102: 'interested',
  103: 'contacted',
  104: 'interview',
  110: 'contacted',
  111: 'contacted',
  112: 'contacted',
}

type Answers = Pick<
  NewRow<'campaign_candidates'>,
  'available_to_work' | 'interested' | 'knows_referee' | 'experience' | 'call_status'
>
const ANSWERS: Readonly<Record<number, Answers>> = {
  100: { available_to_work: 'Yes', interested: 'Yes', knows_referee: 'Yes', experience: '9 years' },
  101: { experience: '6 years' },
  110: { available_to_work: 'Yes', experience: '15 years' },
  112: { call_status: 'Answered', available_to_work: 'From next month', knows_referee: 'No' },
}

/** The id of a recipient of the running campaign. */
export function recipientId(person: number): string {
  return demoId('recipient', person - FIRST_NUMBER + 1)
}

/** True for a person of the audience who was contacted. */
export function isContacted(person: number): boolean {
  return EXCLUSIONS[person] === undefined
}

/** The numbers of everybody in the ledger. */
export const LEDGER: readonly number[] = RECIPIENT_NAMES.map((_, index) => FIRST_NUMBER + index)

/** The 60 lines of the running campaign's ledger. */
export function demoRecipients({ minutesAgo, office, person }: DemoContext) {
  return LEDGER.map((number, index) => {
    const [forename = '', ...surname] = (RECIPIENT_NAMES[index] ?? '').split(' ')
    const exclusion = EXCLUSIONS[number] ?? null
    const readable = exclusion !== 'invalid_number'
    const contactedAt = exclusion === null ? minutesAgo(LAUNCHED_AGO) : null
    return {
      id: recipientId(number),
      campaign_id: demoId('campaign', RUNNING.number),
      office_id: office(RUNNING.office),
      launch_id: demoId('launch', 1),
      batch_id: exclusion === null ? demoId('batch', 1) : null,
      person_id: readable ? person(number) : null,
      candidate_id: WITH_CARD.has(number) ? cardId(number) : null,
      forename,
      surname: surname.join(' '),
      // A letter for a digit, as it comes out of a scanned list.
      mobile: readable ? demoPhoneGiven(number) : '0770O 900157',
      phone_e164: readable ? demoPhone(number) : null,
      email: demoEmail(RECIPIENT_NAMES[index] ?? ''),
      source: { kind: 'dataset', id: demoId('dataset', LONDON_PLUMBERS) },
      session_id: exclusion === null ? demoSession(RUNNING, number) : null,
      delivery_state: exclusion === null ? 'confirmed' : 'excluded',
      exclusion_reason: exclusion,
      delivery_changed_at: minutesAgo(LAUNCHED_AGO),
      status: STATUS_BEFORE[number] ?? 'not-contacted',
      status_changed_at: minutesAgo(LAUNCHED_AGO),
      call_status: '',
      available_to_work: '',
      interested: '',
      knows_referee: '',
      experience: '',
      ...ANSWERS[number],
      contacted_at: contactedAt,
      last_contact_at:
        STATUS_BEFORE[number] === undefined ? null : minutesAgo((number - 98) * 3 * HOURS),
      created_at: minutesAgo(LAUNCHED_AGO),
    }
  }) satisfies NewRow<'campaign_candidates'>[]
}

/** Who is being contacted by the running campaign, so that no other one contacts them now. */
export function demoContactSlots({ minutesAgo }: DemoContext) {
  return LEDGER.filter(isContacted).map((number) => ({
    phone_e164: demoPhone(number),
    active_recipient_id: recipientId(number),
    active_campaign_id: demoId('campaign', RUNNING.number),
    contact_count: 1,
    last_contacted_at: minutesAgo(LAUNCHED_AGO),
  })) satisfies NewRow<'contact_slots'>[]
}

/** Who said STOP long ago: one of the running campaign's audience, one of the draft's. */
export function demoSuppressions({ minutesAgo }: DemoContext) {
  return [156, 216].map((number) => ({
    phone_e164: demoPhone(number),
    reason: 'opted_out',
    source: 'whatsapp',
    created_at: minutesAgo(30 * 24 * HOURS),
  })) satisfies NewRow<'suppressions'>[]
}
