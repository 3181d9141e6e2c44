import { Logo } from './logo.tsx'
import { OfficeSwitch } from './office-switch.tsx'
import classes from './shell.module.css'
import { slots } from './slots.ts'
import { UserMenu } from './user-menu.tsx'

/** Search, office, how current things are, and the person. */
export function TopBar() {
  return (
    <header className={classes['top']}>
      <div className={classes['topLogo']}>
        <Logo />
      </div>
      <div className={classes['topStart']}>{slots.search && <slots.search />}</div>
      <OfficeSwitch />
      {slots.sync && <slots.sync />}
      <UserMenu />
    </header>
  )
}
