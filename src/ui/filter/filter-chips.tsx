import { IconChevronDown, IconX } from '@tabler/icons-react'
import { MenuButton, type MenuEntry } from '../menu/menu-button.tsx'
import { tableText } from '../text/common.ts'
import classes from './filter-chips.module.css'

export type Filter = {
  readonly key: string
  /** What it filters by: "Status". */
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The chosen values; none means the filter is off. */
  readonly selected: readonly string[]
  /** True where only one value can be chosen at a time. */
  readonly single?: boolean | undefined
  readonly onChange: (selected: readonly string[]) => void
}

function toEntries({ options, selected, single, onChange }: Filter): readonly MenuEntry[] {
  return options.map(({ value, label }) => {
    const checked = selected.includes(value)
    const rest = selected.filter((other) => other !== value)
    if (single === true) {
      const onSelect = () => {
        onChange(checked ? [] : [value])
      }
      return { kind: 'choice', key: value, label, checked, onSelect }
    }
    const onToggle = () => {
      onChange(checked ? rest : [...selected, value])
    }
    return { kind: 'check', key: value, label, checked, onToggle }
  })
}

function toSummary({ label, options, selected }: Filter): string {
  const [first] = selected
  if (first === undefined) return label
  const name = options.find((option) => option.value === first)?.label ?? first
  return selected.length === 1 ? `${label}: ${name}` : `${label}: ${name} +${selected.length - 1}`
}

function Chip({ filter }: { readonly filter: Filter }) {
  const on = filter.selected.length > 0
  return (
    <div className={classes['chip']} data-on={on || undefined}>
      <MenuButton entries={toEntries(filter)} className={classes['open']}>
        {toSummary(filter)}
        {!on && <IconChevronDown size={14} aria-hidden />}
      </MenuButton>
      {on && (
        <button
          type="button"
          className={classes['remove']}
          aria-label={tableText.removeFilter(filter.label)}
          onClick={() => {
            filter.onChange([])
          }}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}

type FilterChipsProps = {
  readonly filters: readonly Filter[]
  /** Turns all of them off, in one change of the address. */
  readonly onClear: () => void
}

/** The filters of a list as chips, each with its menu; what they say lives in the address. */
export function FilterChips({ filters, onClear }: FilterChipsProps) {
  const active = filters.filter((filter) => filter.selected.length > 0)
  return (
    <div role="group" aria-label={tableText.filters} className={classes['chips']}>
      {filters.map((filter) => (
        <Chip key={filter.key} filter={filter} />
      ))}
      {active.length > 1 && (
        <button type="button" className={classes['clear']} onClick={onClear}>
          {tableText.clearFilters}
        </button>
      )}
    </div>
  )
}
