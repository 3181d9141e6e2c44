/** What the log of calls and one call read, and playing a recording. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  allowRecordingHost,
  getCall,
  listCallLog,
  listRecordingPlays,
  playRecording,
  type CallFilter,
} from '../../../data/frontend/calls.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { callDetailText } from '../../../ui/text/calls.ts'

/** One page of the log of calls. */
export function callLogQuery(filter: CallFilter) {
  return queryOptions({
    queryKey: queryKeys.callLog(filter),
    queryFn: () => listCallLog(frontend(), filter),
  })
}

/** One call with whom it was. */
export function callQuery(callId: string) {
  return queryOptions({
    queryKey: queryKeys.call(callId, 'record'),
    queryFn: () => getCall(frontend(), callId),
  })
}

/** Who listened to a recording. */
export function recordingPlaysQuery(callId: string) {
  return queryOptions({
    queryKey: queryKeys.call(callId, 'plays'),
    queryFn: () => listRecordingPlays(frontend(), callId),
    throwOnError: false, // the recording still plays
  })
}

/** Asks where a recording is, which notes that one plays it. Its faults are shown in its place. */
export function usePlayRecording(callId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => playRecording(frontend(), callId),
    onSuccess: () => client.invalidateQueries({ queryKey: recordingPlaysQuery(callId).queryKey }),
    meta: { quiet: true },
  })
}

/** Lets recordings of a host be played; for admins. */
export function useAllowRecordingHost() {
  return useMutation({
    mutationFn: (host: string) => allowRecordingHost(frontend(), host),
    meta: { done: callDetailText.hostAllowed, failed: callDetailText.notAllowed },
  })
}
