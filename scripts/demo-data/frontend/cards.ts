import { demoId } from '../demo-id.ts'
import { demoEmail, demoName, demoPhoneGiven } from '../demo-people.ts'
import { ELECTRICIAN, PLUMBER } from './jobs.ts'
import { DAYS, type DemoContext, HOURS, type NewRow } from './rows.ts'

type Card = readonly [
  person: number,
  job: number,
  status: string,
  by: 'person' | 'automation',
  tags?: readonly string[],
]

/**
 * The cards of both boards. The first sync moves those set by automation to what the backend's
 * conversations say, and makes suggestions where a person had decided otherwise.
 */
const CARDS: readonly Card[] = [
  [100, PLUMBER, 'interested', 'automation', ['blue card']],
  [101, PLUMBER, 'contacted', 'automation'],
  [102, PLUMBER, 'interested', 'automation'],
  [103, PLUMBER, 'interview', 'person', ['gold card']],
  [104, PLUMBER, 'hired', 'person', ['blue card', 'own van']],
  [105, PLUMBER, 'rejected', 'person'],
  [106, PLUMBER, 'not-contacted', 'automation'],
  [160, PLUMBER, 'contacted', 'person'],
  [161, PLUMBER, 'not-contacted', 'automation'],
  [210, ELECTRICIAN, 'not-contacted', 'automation', ['gold card']],
  [211, ELECTRICIAN, 'not-contacted', 'automation'],
  [221, ELECTRICIAN, 'contacted', 'person'],
  [222, ELECTRICIAN, 'interview', 'person', ['AM2']],
]

/** The id of a person's card, by their place in the list above. */
export function cardId(person: number): string {
  return demoId('candidate', CARDS.findIndex(([number]) => number === person) + 1)
}

export function demoCandidates({ minutesAgo, office, person, accounts }: DemoContext) {
  return CARDS.map(([number, job, status, by, tags], index) => ({
    id: demoId('candidate', index + 1),
    job_id: demoId('job', job),
    office_id: office(job === PLUMBER ? 'London' : 'Manchester'),
    person_id: person(number),
    name: demoName(number),
    phone_given: demoPhoneGiven(number),
    email: demoEmail(demoName(number)),
    status,
    status_set_by: by,
    status_changed_at: minutesAgo((index + 1) * 5 * HOURS),
    rejection_reason: status === 'rejected' ? 'No CSCS card' : '',
    position: index + 1,
    tags: [...(tags ?? [])],
    assigned_to: number % 2 === 0 ? accounts.recruiter : null,
    created_by: accounts.recruiter,
    created_at: minutesAgo(8 * DAYS - index * HOURS),
  })) satisfies NewRow<'candidates'>[]
}

type Note = readonly [
  person: number,
  hoursAgo: number,
  kind: 'note' | 'call' | 'meeting' | 'email',
  body: string,
]

const NOTES: readonly Note[] = [
  [100, 70, 'note', 'Came recommended by the site manager at Deptford.'],
  [100, 28, 'call', 'Called about boots and start time. Prefers to be called after five.'],
  [101, 52, 'note', 'Speaks Polish and English; happy to lead a small gang.'],
  [102, 40, 'note', 'Asked about parking twice. Check with the client.'],
  [103, 30, 'meeting', 'Met at the yard. Good references, gold card seen.'],
  [104, 26, 'note', 'Starts when the induction is booked.'],
  [105, 96, 'note', 'No CSCS card at present; sits the test next month. Try again then.'],
  [160, 75, 'email', 'Sent the job description.'],
  [210, 20, 'note', 'On our books since 2023, always on time.'],
  [221, 48, 'call', 'Left a message with her partner.'],
  [222, 18, 'meeting', 'Interview with Irwell on Friday at nine.'],
]

export function demoCandidateNotes({ minutesAgo, office, accounts }: DemoContext) {
  return NOTES.map(([person, hoursAgo, kind, body], index) => ({
    id: demoId('candidate-note', index + 1),
    candidate_id: cardId(person),
    office_id: office(person < 200 ? 'London' : 'Manchester'),
    author_id: accounts.recruiter,
    author_name: 'Robin Recruiter',
    action_type: kind,
    body,
    action_at: minutesAgo(hoursAgo * HOURS),
    created_at: minutesAgo(hoursAgo * HOURS),
  })) satisfies NewRow<'candidate_notes'>[]
}
