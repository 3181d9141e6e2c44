/** What the pages of people read and write. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { frontend } from '../../data/frontend/browser-client.ts'
import { listPeopleTags, type PeopleFilter, searchPeople } from '../../data/frontend/people.ts'
import {
  type DuplicateFilter,
  listDuplicates,
  markDistinct,
  mergePeople,
  undoMerge,
} from '../../data/frontend/person-merges.ts'
import {
  erasePerson,
  exportPerson,
  getPersonRecord,
  type PersonRecord,
  setPersonTimeZone,
} from '../../data/frontend/person-record.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { AppError } from '../../lib/app-error.ts'
import { offerUndo } from '../../ui/feedback/undo.ts'
import { mergeText, personText, timeZoneText } from '../../ui/text/people.ts'

/** One page of a search over everybody; `page` counts from 0. */
export function peopleQuery(filter: PeopleFilter) {
  return queryOptions({
    queryKey: queryKeys.people(filter),
    queryFn: ({ signal }) => searchPeople(frontend(), filter, signal),
  })
}

/** The tags in use, to filter by. */
export function peopleTagsQuery(officeId: string | undefined) {
  return queryOptions({
    queryKey: queryKeys.peopleTags(officeId),
    queryFn: () => listPeopleTags(frontend(), officeId),
    throwOnError: false, // a filter that is missing is no reason to show nothing
  })
}

/** All that is known of one person. */
export function personQuery(personId: string) {
  return queryOptions({
    queryKey: queryKeys.person(personId),
    queryFn: () => getPersonRecord(frontend(), personId),
  })
}

/** One page of pairs that may be one person. */
export function duplicatesQuery(filter: DuplicateFilter) {
  return queryOptions({
    queryKey: queryKeys.duplicates(filter),
    queryFn: () => listDuplicates(frontend(), filter),
  })
}

/** Everything that names people is read again. */
function useRefreshPeople() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [['people'], ['person'], ['duplicates'], ['card'], ['cards'], ['members']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

const overtaken = () =>
  new AppError('conflict', mergeText.overtaken, { code: 'merged_already', hint: mergeText.reload })

/** Makes one person of two; AppError `conflict` where somebody was faster. */
export function useMergePeople() {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: async (merge: Parameters<typeof mergePeople>[1]) => {
      const answer = await mergePeople(frontend(), merge)
      if (answer.result === 'conflict') throw overtaken()
      return answer
    },
    meta: { failed: mergeText.failed },
    onSettled: refresh,
  })
}

/** Parts two people that were merged; AppError `conflict` where somebody was faster. */
export function useUndoMerge() {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: async (mergeId: string) => {
      if ((await undoMerge(frontend(), mergeId)).result === 'conflict') throw overtaken()
    },
    meta: { failed: mergeText.undoFailed, done: mergeText.undone },
    onSettled: refresh,
  })
}

/** Says that a pair are two people, so that it is not asked again. */
export function useMarkDistinct() {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: (pair: Parameters<typeof markDistinct>[1]) => markDistinct(frontend(), pair),
    meta: { failed: mergeText.distinctFailed },
    onSettled: refresh,
  })
}

/** All that is held of a person, for them to have. */
export function useExportPerson() {
  return useMutation({
    mutationFn: (personId: string) => exportPerson(frontend(), personId),
    meta: { failed: personText.exportFailed, done: personText.exported },
  })
}

/** Changes a person's time zone at once, takes it back where it was refused, and offers the one before. */
export function useSetTimeZone(personId: string) {
  const queries = useQueryClient()
  const { queryKey } = personQuery(personId)
  const refresh = () => queries.invalidateQueries({ queryKey })
  return useMutation({
    mutationFn: (own: string | null) => setPersonTimeZone(frontend(), personId, own),
    meta: { failed: timeZoneText.failed },
    onMutate: async (own) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      if (before === undefined || 'mergedInto' in before) return undefined
      const next: PersonRecord = { ...before, timeZone: { ...before.timeZone, own } }
      queries.setQueryData(queryKey, next)
      return before
    },
    onSuccess: (_done, own, before) => {
      if (before === undefined) return
      offerUndo({
        message: own === null ? timeZoneText.takenBack : timeZoneText.saved(own),
        undo: async () => {
          await setPersonTimeZone(frontend(), personId, before.timeZone.own)
          await refresh()
        },
      })
    },
    onError: (_error, _own, before) => {
      if (before !== undefined) queries.setQueryData(queryKey, before)
    },
    onSettled: refresh,
  })
}

/** Erases a person with all that is theirs, for good. */
export function useErasePerson() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (personId: string) => erasePerson(frontend(), personId),
    meta: { failed: personText.eraseFailed, done: personText.erased },
    // Not the person's own page: there is nothing to be read again.
    onSuccess: () =>
      Promise.all(
        [queryKeys.people(), queryKeys.duplicates()].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  })
}
