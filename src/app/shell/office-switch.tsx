import { IconBuilding, IconChevronDown } from '@tabler/icons-react'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import { shellText } from '../../ui/text/shell.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { setPreferences } from '../preferences.ts'
import classes from './office-switch.module.css'

/** Chooses the office whose rows are shown; absent for who belongs to one only. */
export function OfficeSwitch() {
  const { offices, officeId } = useViewer()
  if (offices.length < 2) return null
  const name = offices.find((office) => office.id === officeId)?.name ?? shellText.allOffices
  const choices = [{ id: undefined, name: shellText.allOffices }, ...offices]
  return (
    <MenuButton
      label={shellText.office(name)}
      className={classes['button']}
      entries={choices.map((office) => ({
        kind: 'choice',
        key: office.id ?? 'all',
        label: office.name,
        checked: office.id === officeId,
        onSelect: () => {
          setPreferences({ officeId: office.id })
        },
      }))}
    >
      <IconBuilding size={16} stroke={1.75} aria-hidden />
      <span className={classes['name']}>{name}</span>
      <IconChevronDown size={14} aria-hidden />
    </MenuButton>
  )
}
