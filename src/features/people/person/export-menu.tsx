import { IconBraces, IconTable } from '@tabler/icons-react'
import type { Person } from '../../../data/frontend/people.ts'
import { toCsvText } from '../../../domain/dataset/csv-text.ts'
import { flattenExport } from '../../../domain/person/flatten-export.ts'
import { saveFile } from '../../../ui/file/save-file.ts'
import { type MenuEntry, MenuButton } from '../../../ui/menu/menu-button.tsx'
import { personText } from '../../../ui/text/people.ts'
import { useExportPerson } from '../queries.ts'
import classes from './person.module.css'

/** Takes out all that is held about a person, for the person who asks for it. */
export function ExportMenu({ person }: { readonly person: Person }) {
  const take = useExportPerson()
  const save = (format: 'json' | 'csv') => {
    take.mutate(person.id, {
      onSuccess: (held) => {
        const name = `person-${person.id}.${format}`
        if (format === 'json') saveFile(name, JSON.stringify(held, null, 2), 'application/json')
        else saveFile(name, toCsvText([personText.csvHeaders, ...flattenExport(held)]))
      },
    })
  }
  const entry = (format: 'json' | 'csv', label: string): MenuEntry => ({
    kind: 'action',
    key: format,
    label,
    icon: format === 'json' ? IconBraces : IconTable,
    disabled: take.isPending,
    onSelect: () => {
      save(format)
    },
  })
  return (
    <MenuButton
      entries={[entry('json', personText.exportJson), entry('csv', personText.exportCsv)]}
      className={classes['menu']}
    >
      {personText.export}
    </MenuButton>
  )
}
