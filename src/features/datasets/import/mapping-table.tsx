import { NativeSelect } from '@mantine/core'
import {
  IMPORT_FIELD_LABELS,
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
} from '../../../domain/dataset/import-mapping.ts'
import { importText } from '../../../ui/text/datasets.ts'
import type { FileFacts } from './import-file.ts'
import classes from './import.module.css'

/** The browser's own list: a file may have fifty columns, whose fields have to be there at once. */
const CHOICES = [
  { value: '', label: importText.notImported },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: IMPORT_FIELD_LABELS[field] })),
]

/** The mapping after a column was given another field; the field leaves the column it had. */
function mapColumn(
  { headers, fields }: ImportMapping,
  column: number,
  field: ImportField | null,
): ImportMapping {
  const next: Partial<Record<ImportField, number>> = {}
  for (const each of IMPORT_FIELDS) {
    const index = fields[each]
    if (index !== undefined && index !== column && each !== field) next[each] = index
  }
  if (field !== null) next[field] = column
  return { headers, fields: next }
}

type MappingTableProps = {
  readonly facts: FileFacts
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** Every column of the file, with an example and what it becomes. */
export function MappingTable({ facts, mapping, onChange }: MappingTableProps) {
  return (
    <div className={classes['scroller']}>
      <table className={classes['mapping']} aria-label={importText.mapping}>
        <thead>
          <tr>
            <th scope="col">{importText.column}</th>
            <th scope="col" className={classes['roomy']}>
              {importText.example}
            </th>
            <th scope="col">{importText.field}</th>
          </tr>
        </thead>
        <tbody>
          {facts.headers.map((header, column) => (
            <tr key={column}>
              <td className={classes['name']}>
                {header}
                <div className={classes['below']}>{facts.examples[column]}</div>
              </td>
              <td className={`${classes['given']} ${classes['roomy']}`}>
                {facts.examples[column]}
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  miw={140}
                  aria-label={`${header}: ${importText.field}`}
                  data={CHOICES}
                  value={IMPORT_FIELDS.find((field) => mapping.fields[field] === column) ?? ''}
                  onChange={({ currentTarget: { value } }) => {
                    const field = IMPORT_FIELDS.find((each) => each === value) ?? null
                    onChange(mapColumn(mapping, column, field))
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
