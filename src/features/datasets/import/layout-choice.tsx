import { Group, NativeSelect, Switch } from '@mantine/core'
import { importText } from '../../../ui/text/datasets.ts'
import { DELIMITERS } from './delimiters.ts'
import type { FileFacts } from './import-file.ts'
import { readAgain } from './import-store.ts'

const DETECT = 'detect'

/** What parts the columns, in words. */
export function delimiterName(delimiter: string): string {
  return importText.delimiters[delimiter] ?? importText.otherDelimiter
}

/** How the file's text becomes a table, where the guess was wrong. */
export function LayoutChoice({ facts }: { readonly facts: FileFacts }) {
  const { delimiter, detected, hasHeaders } = facts
  return (
    <Group gap="md" align="flex-end">
      <NativeSelect
        label={importText.delimiter}
        data={[
          { value: DETECT, label: importText.detect },
          ...DELIMITERS.map((each) => ({ value: each, label: importText.delimiterNames[each] })),
        ]}
        value={detected ? DETECT : delimiter}
        onChange={({ currentTarget: { value } }) =>
          // Other cells are other headers: whether the first row names them is guessed anew.
          void readAgain({ delimiter: value === DETECT ? undefined : value })
        }
      />
      <Switch
        label={importText.hasHeaders}
        checked={hasHeaders}
        onChange={(event) =>
          void readAgain({
            hasHeaders: event.currentTarget.checked,
            delimiter: detected ? undefined : delimiter,
          })
        }
      />
    </Group>
  )
}
