import { useQuery } from '@tanstack/react-query'
import { NOBODY } from '../../../data/frontend/cards.ts'
import { FilterBar, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { boardText } from '../../../ui/text/board.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { activeColleaguesQuery, boardTagsQuery } from '../queries.ts'
import { type JobUrl, ME } from './job-url.ts'

const SHOWS = [
  { value: 'new', label: boardText.newInterest },
  { value: 'suggested', label: boardText.suggested },
  { value: 'due', label: boardText.due },
] as const

type BoardToolsProps = UrlProps<JobUrl> & { readonly jobId: string }

/** What narrows the board down. */
export function BoardTools({ jobId, url, onChange }: BoardToolsProps) {
  const { userId } = useViewer()
  const colleagues = useQuery({ ...activeColleaguesQuery(), throwOnError: false }).data ?? []
  const tags = useQuery({ ...boardTagsQuery(jobId), throwOnError: false }).data ?? []
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      search={boardText.search}
      filters={[
        { key: 'show', label: boardText.show, options: SHOWS },
        {
          key: 'assignee',
          label: boardText.assignee,
          options: [
            { value: ME, label: boardText.me },
            { value: NOBODY, label: boardText.nobody },
            ...colleagues
              .filter(({ id }) => id !== userId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          key: 'tag',
          label: boardText.tag,
          options: tags.map(({ tag }) => ({ value: tag, label: tag })),
          optional: true,
        },
      ]}
    />
  )
}
