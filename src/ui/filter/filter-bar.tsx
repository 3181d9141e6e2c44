import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { FilterChips } from './filter-chips.tsx'
import { SearchField } from './search-field.tsx'

/** What a page keeps in its address, as `useUrlState` gives it. */
type Url = Readonly<Record<string, unknown>>

/** What may be chosen for a field: its value, or an item of its list. */
type Choice<Value> = Extract<Value extends readonly (infer Item)[] ? Item : Value, string>

type Chip<Key extends string, Value> = {
  readonly key: Key
  /** What it filters by: "Status". */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  /** True where the chip is left out as long as there is nothing to choose from. */
  readonly optional?: boolean
}

/** A filter that is a field of the address: a list takes several choices, a text one. */
type FieldFilter<State extends Url> = {
  [Key in keyof State & string]: Chip<Key, Choice<State[Key]>>
}[keyof State & string]

/** A filter with one choice that stands for other fields of the address. */
type DerivedFilter<State extends Url> = Chip<string, string> & {
  readonly selected: string | undefined
  /** What choosing changes in the address; undefined turns the filter off. */
  readonly toPatch: (chosen: string | undefined) => Partial<State>
}

/** A filter of a list; `State` is what the page keeps in its address. */
export type ListFilter<State extends Url> = FieldFilter<State> | DerivedFilter<State>

/** What a list's own filters are given: the address, and how to change it. */
export type UrlProps<State extends Url> = {
  readonly url: State
  readonly onChange: (patch: Partial<State>, options?: { readonly replace: true }) => void
}

/** A patch of one field. What can be chosen is typed by the field it goes into, so it fits. */
function toPatch<State extends Url>(key: string, value: unknown): Partial<State> {
  return { [key]: value } as Partial<State>
}

/** The filter as the chips take it, with what each choice changes in the address. */
function bind<State extends Url>(filter: ListFilter<State>, url: State) {
  if ('toPatch' in filter) {
    return {
      ...filter,
      selected: filter.selected === undefined ? [] : [filter.selected],
      single: true,
      toPatch: ([chosen]: readonly string[]) => filter.toPatch(chosen),
    }
  }
  const { key } = filter
  const value: unknown = url[key]
  const single = !Array.isArray(value)
  return {
    ...filter,
    selected: [value].flat().map(String).filter(Boolean),
    single,
    toPatch: (chosen: readonly string[]) =>
      toPatch<State>(key, single ? (chosen[0] ?? '') : chosen),
  }
}

type FilterBarProps<State extends Url> = UrlProps<State> & {
  readonly filters: readonly ListFilter<State>[]
  /** What the field `search` of the address searches: "Search campaigns". */
  readonly search?: State extends { readonly search: string } ? string : never
  /** What else narrows the list, behind the chips. */
  readonly children?: ReactNode
}

/** The search and the filters above a list, as they stand in the address. */
export function FilterBar<State extends Url>(props: FilterBarProps<State>) {
  const { url, onChange, search, children } = props
  const filters = props.filters
    .map((filter) => bind(filter, url))
    .filter(({ optional, options, selected }) => !optional || options.length + selected.length > 0)
  return (
    <Group gap="sm">
      {search !== undefined && (
        <SearchField
          label={search}
          value={String(url['search'])}
          onSearch={(text) => {
            onChange(toPatch<State>('search', text), { replace: true })
          }}
        />
      )}
      <FilterChips
        filters={filters.map(({ toPatch, ...filter }) => ({
          ...filter,
          onChange: (chosen) => {
            onChange(toPatch(chosen))
          },
        }))}
        onClear={() => {
          onChange(
            filters.reduce<Partial<State>>(
              (patch, { toPatch }) => ({ ...patch, ...toPatch([]) }),
              {},
            ),
          )
        }}
      />
      {children}
    </Group>
  )
}
