import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { boardText } from '../../../ui/text/board.ts'
import classes from './job-page.module.css'
import { BOARD_SHOWS, type JobUrl } from './job-url.ts'

const OPTIONS = [
  { value: 'suggested', label: boardText.suggested },
  { value: 'mine', label: boardText.mine },
  { value: 'due', label: boardText.due },
] as const

type BoardToolsProps = {
  readonly url: JobUrl
  readonly onChange: (patch: Partial<JobUrl>, options?: { readonly replace: true }) => void
}

/** What narrows the board down, as it stands in the address. */
export function BoardTools({ url, onChange }: BoardToolsProps) {
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
            options: OPTIONS,
            selected: url.show === '' ? [] : [url.show],
            single: true,
            onChange: ([value]) => {
              onChange({ show: BOARD_SHOWS.find((show) => show === value) ?? '' })
            },
          },
        ]}
        onClear={() => {
          onChange({ show: '' })
        }}
      />
    </div>
  )
}
