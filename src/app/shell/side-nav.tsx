import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { shellText } from '../../ui/text/shell.ts'
import { setPreferences, usePreferences } from '../preferences.ts'
import { preloadPage } from '../preload-page.ts'
import type { Section } from '../routes.tsx'
import { NavBadge } from './nav-badge.tsx'
import { Logo } from './logo.tsx'
import classes from './side-nav.module.css'

/** The navigation at the left, 220 px wide or icons only. */
export function SideNav({ sections }: { readonly sections: readonly Section[] }) {
  const collapsed = usePreferences((state) => state.navCollapsed)
  const CollapseIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const collapseLabel = collapsed ? shellText.expand : shellText.collapse
  return (
    <nav
      aria-label={shellText.mainNavigation}
      className={classes['side']}
      data-collapsed={collapsed || undefined}
    >
      <Logo />
      <div className={classes['nav']}>
        <ul>
          {sections.map((section) => (
            <li key={section.href}>
              <NavLink
                to={section.href}
                title={section.label}
                className={classes['link'] ?? ''}
                onPointerEnter={() => {
                  preloadPage(section)
                }}
                onFocus={() => {
                  preloadPage(section)
                }}
              >
                <section.icon size={18} stroke={1.75} aria-hidden />
                <span className={classes['label']}>{section.label}</span>
                <span className={classes['badge']}>
                  <NavBadge section={section} />
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className={classes['collapse']}
        aria-label={collapseLabel}
        title={collapseLabel}
        aria-expanded={!collapsed}
        onClick={() => {
          setPreferences({ navCollapsed: !collapsed })
        }}
      >
        <CollapseIcon size={18} stroke={1.75} aria-hidden />
      </button>
    </nav>
  )
}
