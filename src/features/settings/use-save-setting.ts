import { useMutation, useQueryClient } from '@tanstack/react-query'
import { settingsText } from '../../ui/text/settings.ts'
import { agencySettingsQuery } from './queries.ts'

/** Saves a setting of the agency, then reads them anew. */
export function useSaveSetting<Value>(write: (value: Value) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: agencySettingsQuery.queryKey }),
    meta: { done: settingsText.saved },
  })
}
