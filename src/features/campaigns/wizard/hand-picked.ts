/** Changing who is in or out of an audience by hand; a person is never both. */
import type { Audience } from '../../../data/frontend/campaigns.ts'

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((each) => each !== id)
}

/** The audience with a person picked. */
export function pickPerson(audience: Audience, id: string): Audience {
  return {
    ...audience,
    personIds: [...without(audience.personIds, id), id],
    excludedPersonIds: without(audience.excludedPersonIds, id),
  }
}

/** The audience with a person left out, wherever else they stand. */
export function leavePersonOut(audience: Audience, id: string): Audience {
  return {
    ...audience,
    personIds: without(audience.personIds, id),
    excludedPersonIds: [...without(audience.excludedPersonIds, id), id],
  }
}

/** The audience as if nobody had decided about this person by hand. */
export function forgetPerson(audience: Audience, id: string): Audience {
  return {
    ...audience,
    personIds: without(audience.personIds, id),
    excludedPersonIds: without(audience.excludedPersonIds, id),
  }
}
