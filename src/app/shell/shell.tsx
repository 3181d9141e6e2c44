import type { CSSProperties, ReactNode } from 'react'
import { shellText } from '../../ui/text/shell.ts'
import { usePreferences } from '../preferences.ts'
import type { Section } from '../routes.tsx'
import { useRuntime } from '../runtime.ts'
import { KeptMarksContext } from '../../ui/offline/kept-marks.ts'
import { OnlineContext } from '../../ui/offline/online-context.ts'
import { useKeptWrites } from '../offline/use-kept-writes.ts'
import {
  BANNER_PX,
  ContractBanner,
  DemoBanner,
  OfflineBanner,
  useContractFault,
  WaitingBanner,
} from './banners.tsx'
import { BottomBar } from './bottom-bar.tsx'
import classes from './shell.module.css'
import { SideNav } from './side-nav.tsx'
import { slots } from './slots.ts'
import { TopBar } from './top-bar.tsx'
import { useMainRegion } from './use-main-region.ts'
import { useOnline } from './use-online.ts'

const MAIN_ID = 'main'

type ShellProps = { readonly sections: readonly Section[]; readonly children: ReactNode }

/** The frame around every page of who is signed in. */
export function Shell({ sections, children }: ShellProps) {
  const collapsed = usePreferences((state) => state.navCollapsed)
  const main = useMainRegion()
  const demo = useRuntime().env.demoBanner
  const offline = !useOnline()
  const marks = useKeptWrites()
  const fault = useContractFault()
  const banners = [demo, offline, marks.length > 0, fault !== null].filter(Boolean).length
  return (
    <div
      className={classes['shell']}
      data-collapsed={collapsed || undefined}
      style={{ '--rc-banners': `${banners * BANNER_PX}px` } as CSSProperties}
    >
      <a href={`#${MAIN_ID}`} className={classes['skip']}>
        {shellText.skipToContent}
      </a>
      {banners > 0 && (
        <aside aria-label={shellText.notices} className={classes['banners']}>
          {demo && <DemoBanner />}
          {offline && <OfflineBanner />}
          {fault !== null && <ContractBanner message={fault.message} hint={fault.hint} />}
          {marks.length > 0 && <WaitingBanner marks={marks} />}
        </aside>
      )}
      <SideNav sections={sections} />
      <TopBar />
      <main id={MAIN_ID} ref={main} tabIndex={-1} className={classes['main']}>
        <OnlineContext value={!offline}>
          <KeptMarksContext value={marks}>{children}</KeptMarksContext>
        </OnlineContext>
      </main>
      <BottomBar sections={sections} />
      {slots.background.map((Background, index) => (
        <Background key={index} />
      ))}
    </div>
  )
}
