/**
 * Every way in which n8n answers a POST, as research on n8n 2.41 measured it; the seed picks one. That nobody listens,
 * which is one of them too, is the line's to play: `refuse` of open-line.ts.
 */
import { between, seededRandom } from '../demo-agent/seeded-random.ts'

/** How much of a POST is taken: late means after the answer. */
export type Taking = 'all' | 'some' | 'late' | 'none'

export type Answer = {
  readonly taking: Taking
  readonly status: number
  readonly body: string
  readonly contentType?: 'text/html'
  readonly retryAfterSeconds?: number
}

/** Null instead of an answer: nothing comes until the sender gives up. */
export type Behaviour = {
  readonly taking: Taking
  readonly answer: Omit<Answer, 'taking'> | 'accepted' | 'hang' | 'hang-up'
}

const json = (status: number, message: string, hint?: string) => ({
  status,
  body: JSON.stringify({ code: status, message, ...(hint === undefined ? {} : { hint }) }),
})
const text = (status: number, body: string) => ({ status, body })

/** The rows of the table, under names of their own. */
export const BEHAVIOURS = {
  'takes all': { taking: 'all', answer: 'accepted' },
  'inactive path': {
    taking: 'none',
    answer: json(404, 'not registered', 'The workflow must be active for a production URL'),
  },
  'test address': {
    taking: 'none',
    answer: json(404, 'not registered', "Click the 'Execute workflow' button"),
  },
  'wrong token': { taking: 'none', answer: text(403, 'Authorization data is wrong!') },
  'credential missing': {
    taking: 'none',
    answer: text(500, 'No authentication data defined on node!'),
  },
  'bad JSON': { taking: 'none', answer: json(422, 'Failed to parse request body') },
  'body too large': {
    taking: 'none',
    answer: json(500, 'There was a problem executing the workflow'),
  },
  'its store is down': { taking: 'none', answer: json(500, 'Error in workflow') },
  'its store went down in the middle': { taking: 'some', answer: json(500, 'Error in workflow') },
  'responds at once, then fails': {
    taking: 'none',
    answer: text(200, '{"message":"Workflow was started"}'),
  },
  'responds at once, then works': {
    taking: 'late',
    answer: text(200, '{"message":"Workflow was started"}'),
  },
  'responds with nothing': { taking: 'all', answer: text(200, '') },
  'responds with nothing and does nothing': { taking: 'none', answer: text(200, '') },
  'times out': {
    taking: 'some',
    answer: json(500, 'The execution was cancelled because it timed out'),
  },
  'its database is down': { taking: 'none', answer: text(503, 'Database is not ready!') },
  'is starting': { taking: 'none', answer: text(200, 'n8n is starting up. Please wait') },
  'is starting further': {
    taking: 'none',
    answer: { status: 404, body: '<html>Cannot POST</html>', contentType: 'text/html' },
  },
  'queues without a worker': { taking: 'late', answer: 'hang' },
  'loses the sender': { taking: 'all', answer: 'hang-up' },
  'takes fewer': { taking: 'some', answer: json(200, 'took some') },
  'too many at once': { taking: 'none', answer: { ...text(429, ''), retryAfterSeconds: 1 } },
} as const satisfies Readonly<Record<string, Behaviour>>

export type BehaviourName = keyof typeof BEHAVIOURS

export const BEHAVIOUR_NAMES = Object.keys(BEHAVIOURS) as BehaviourName[]

const ILL = BEHAVIOUR_NAMES.filter((name) => name !== 'takes all')
const HEALTHY_SHARE = 0.25

/** What the receiver does with one POST after the other: each row of the table comes before any comes again. */
export function planBehaviours(seed: number): () => BehaviourName {
  const random = seededRandom(`${seed}:receiver`)
  let deck: BehaviourName[] = []
  return () => {
    if (random() < HEALTHY_SHARE) return 'takes all'
    if (deck.length === 0) deck = [...ILL]
    const [name = 'takes all'] = deck.splice(between(random, 0, deck.length - 1), 1)
    return name
  }
}
