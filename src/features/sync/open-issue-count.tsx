import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../ui/text/locale.ts'
import { issuesQuery } from './queries.ts'

/** How many records wait that this person may see, as the queue lists them. */
export function OpenIssueCount() {
  const { data } = useQuery({ ...issuesQuery(0), throwOnError: false })
  return data === undefined ? '…' : formatNumber(data.records)
}
