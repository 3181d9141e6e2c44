import { IconDots } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import { shellText } from '../../ui/text/shell.ts'
import type { Section } from '../routes.tsx'
import { NavBadge } from './nav-badge.tsx'
import classes from './bottom-bar.module.css'

/** What a thumb reaches: five entries, the fifth a menu where there are more sections. */
const MOST_ENTRIES = 5

/** The navigation of a phone. */
export function BottomBar({ sections }: { readonly sections: readonly Section[] }) {
  const fits = sections.length <= MOST_ENTRIES
  const shown = fits ? sections : sections.slice(0, MOST_ENTRIES - 1)
  const rest = sections.slice(shown.length)
  return (
    <nav aria-label={shellText.mainNavigation} className={classes['bottom']}>
      {shown.map((section) => (
        <NavLink key={section.href} to={section.href} className={classes['link'] ?? ''}>
          <section.icon size={20} stroke={1.75} aria-hidden />
          <span>{section.label}</span>
          <span className={classes['badge']}>
            <NavBadge section={section} />
          </span>
        </NavLink>
      ))}
      {rest.length > 0 && (
        <MenuButton
          className={classes['link']}
          entries={rest.map(({ href, label, icon }) => ({
            kind: 'link',
            key: href,
            label,
            icon,
            href,
          }))}
        >
          <IconDots size={20} stroke={1.75} aria-hidden />
          <span>{shellText.more}</span>
        </MenuButton>
      )}
    </nav>
  )
}
