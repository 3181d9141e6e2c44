import { wallClock } from '../../../domain/hours/wall-clock.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useNow } from '../../../ui/words/use-now.ts'

/** The day it is at an office, YYYY-MM-DD; here, for an office one does not know. */
export function useOfficeDay(officeId: string): string {
  const { offices } = useViewer()
  const office = offices.find(({ id }) => id === officeId)
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return wallClock(useNow(), office?.timeZone ?? here).day
}
