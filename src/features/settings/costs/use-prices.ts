import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AgencyPrices, savePrices } from '../../../data/frontend/agency-settings.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { costsText, settingsText } from '../../../ui/text/settings.ts'
import { agencySettingsQuery } from '../queries.ts'

/** Saves prices, and takes them back in a way that can be undone; campaigns then show another cost. */
export function usePrices(present: AgencyPrices | null) {
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(
      [agencySettingsQuery.queryKey, ['campaign']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  const save = useMutation({
    mutationFn: (prices: AgencyPrices) => savePrices(frontend(), prices),
    onSuccess: refresh,
    meta: { done: settingsText.saved },
  })
  const takeBack = useMutation({
    mutationFn: () => savePrices(frontend(), null),
    onSuccess: () => {
      offerUndo({
        message: costsText.takenBack,
        undo: async () => {
          await savePrices(frontend(), present)
          await refresh()
        },
      })
      return refresh()
    },
  })
  return { save, takeBack }
}
