import { Logo } from './logo.tsx'
import { OfficeSwitch } from './office-switch.tsx'
import classes from './top-bar.module.css'
import { slots } from './slots.ts'
import { UserMenu } from './user-menu.tsx'

/** Search, office, how current things are, and the person. */
export function TopBar() {
  return (
    <header className={classes['top']}>
      <div className={classes['logo']}>
        <Logo />
      </div>
      <div className={classes['start']}>{slots.search && <slots.search />}</div>
      <OfficeSwitch />
      {slots.sync && <slots.sync />}
      <UserMenu />
    </header>
  )
}
