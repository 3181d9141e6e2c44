/** Which query keys a change of the change feed makes stale. */
import type { Change } from './changes.ts'
import { queryKeys } from './query-keys.ts'

type Key = readonly unknown[]

const wide = (key: Key): Key => key.slice(0, 1)

/** What lists people and shows one: their id is in no change, so all of these are read again. */
const ANY_PERSON: readonly Key[] = [queryKeys.people(), ['person']]

/** The keys of one noun; `id` is null where too much changed at once to be named. */
function keysOf(entity: string, id: string | null, parent: string | null): readonly Key[] {
  const of = (narrow: (id: string) => Key, name: string | null): Key => {
    const key = narrow(name ?? '')
    return name === null ? wide(key) : key.slice(0, 2)
  }
  switch (entity) {
    case 'job':
      return [queryKeys.jobs(), of(queryKeys.job, id)]
    case 'column':
      return [of(queryKeys.columns, parent)]
    case 'candidate':
      return [
        of(queryKeys.cards, parent),
        of(queryKeys.card, id),
        of(queryKeys.cardEvents, id),
        queryKeys.jobs(),
        of(queryKeys.job, parent),
        queryKeys.needs(),
        ...ANY_PERSON,
        queryKeys.inbox(), // a suggestion on a card waits for a person
      ]
    case 'candidate-note':
      return [queryKeys.notes(), ['person']]
    case 'dataset':
      return [queryKeys.datasets(), of(queryKeys.dataset, id)]
    case 'member':
      return [
        of(queryKeys.members, parent),
        of(queryKeys.dataset, parent),
        queryKeys.datasets(),
        ...ANY_PERSON,
      ]
    case 'campaign':
      return [
        queryKeys.campaigns(),
        of(queryKeys.campaign, id),
        of(queryKeys.campaignParts, id),
        of(queryKeys.preview, id),
      ]
    case 'recipient':
      return [
        of(queryKeys.recipients, parent),
        of(queryKeys.campaign, parent),
        queryKeys.campaigns(),
        of(queryKeys.recipient, id),
        of(queryKeys.recipientEvents, id),
        queryKeys.needs(),
        ...ANY_PERSON,
        queryKeys.inbox(),
      ]
    case 'conversation':
      return [
        of(queryKeys.conversation, id),
        queryKeys.notes(), // those of all places are about the one person
        of(queryKeys.recipient, id),
        ['person'],
        queryKeys.inbox(),
        queryKeys.callLog(),
        wide(queryKeys.call('')),
      ]
    case 'segment':
      return [queryKeys.segments()]
    case 'sync-issue':
      return [queryKeys.syncIssues(), queryKeys.syncState(), queryKeys.needs()]
    default:
      return []
  }
}

/** The stale keys of a set of changes, each once. */
export function keysOfChanges(changes: readonly Change[]): readonly Key[] {
  const stale = new Map<string, Key>()
  for (const change of changes) {
    const id = change.change === 'reload' ? null : change.id
    for (const key of keysOf(change.entity, id, change.parent)) stale.set(JSON.stringify(key), key)
  }
  return [...stale.values()]
}
