import type { ReactNode } from 'react'
import { shellText } from '../../ui/text/shell.ts'
import { usePreferences } from '../preferences.ts'
import type { Section } from '../routes.tsx'
import { DemoBanner, OfflineBanner } from './banners.tsx'
import { BottomBar } from './bottom-bar.tsx'
import classes from './shell.module.css'
import { SideNav } from './side-nav.tsx'
import { slots } from './slots.ts'
import { TopBar } from './top-bar.tsx'
import { useMainRegion } from './use-main-region.ts'

const MAIN_ID = 'main'

type ShellProps = { readonly sections: readonly Section[]; readonly children: ReactNode }

/** The frame around every page of who is signed in. */
export function Shell({ sections, children }: ShellProps) {
  const collapsed = usePreferences((state) => state.navCollapsed)
  const main = useMainRegion()
  return (
    <div className={classes['shell']} data-collapsed={collapsed || undefined}>
      <a href={`#${MAIN_ID}`} className={classes['skip']}>
        {shellText.skipToContent}
      </a>
      <div className={classes['banners']}>
        <DemoBanner />
        <OfflineBanner />
      </div>
      <SideNav sections={sections} />
      <TopBar />
      <main id={MAIN_ID} ref={main} tabIndex={-1} className={classes['main']}>
        {children}
      </main>
      <BottomBar sections={sections} />
      {slots.background.map((Background, index) => (
        <Background key={index} />
      ))}
    </div>
  )
}
