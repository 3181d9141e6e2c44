import { TextInput } from '@mantine/core'
import { dayText } from '../text/common.ts'

type Days = { readonly from: string; readonly to: string }

type DayFieldsProps = Days & {
  readonly onChange: (patch: Partial<Days>) => void
}

/** The first and the last day of a list, YYYY-MM-DD; empty for no limit. */
export function DayFields({ onChange, ...days }: DayFieldsProps) {
  return (['from', 'to'] as const).map((name) => (
    <TextInput
      key={name}
      type="date"
      size="xs"
      aria-label={dayText[name]}
      title={dayText[name]}
      value={days[name]}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value })
      }}
    />
  ))
}
