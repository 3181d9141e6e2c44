import { useQuery } from '@tanstack/react-query'
import { NOBODY } from '../../../data/frontend/cards.ts'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { boardText } from '../../../ui/text/board.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { activeColleaguesQuery, boardTagsQuery } from '../queries.ts'
import classes from './job-page.module.css'
import { BOARD_SHOWS, type JobUrl, ME } from './job-url.ts'

const SHOWS = [
  { value: 'suggested', label: boardText.suggested },
  { value: 'due', label: boardText.due },
] as const

const oneOf = (value: string) => (value === '' ? [] : [value])

type BoardToolsProps = {
  readonly jobId: string
  readonly url: JobUrl
  readonly onChange: (patch: Partial<JobUrl>, options?: { readonly replace: true }) => void
}

/** What narrows the board down, as it stands in the address. */
export function BoardTools({ jobId, url, onChange }: BoardToolsProps) {
  const { userId } = useViewer()
  const colleagues = useQuery({ ...activeColleaguesQuery(), throwOnError: false }).data ?? []
  const tags = useQuery({ ...boardTagsQuery(jobId), throwOnError: false }).data ?? []
  return (
    <div className={classes['tools']}>
      <SearchField
        label={boardText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={[
          {
            key: 'show',
            label: boardText.show,
            options: SHOWS,
            selected: url.show,
            onChange: (selected) => {
              onChange({ show: BOARD_SHOWS.filter((show) => selected.includes(show)) })
            },
          },
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
            selected: oneOf(url.assignee),
            single: true,
            onChange: ([assignee = '']) => {
              onChange({ assignee })
            },
          },
          ...(tags.length === 0 && url.tag === ''
            ? []
            : [
                {
                  key: 'tag',
                  label: boardText.tag,
                  options: tags.map(({ tag }) => ({ value: tag, label: tag })),
                  selected: oneOf(url.tag),
                  single: true,
                  onChange: ([tag = '']: readonly string[]) => {
                    onChange({ tag })
                  },
                },
              ]),
        ]}
        onClear={() => {
          onChange({ show: [], assignee: '', tag: '' })
        }}
      />
    </div>
  )
}
