import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { commonText } from '../../ui/text/common.ts'
import classes from './logo.module.css'
import { Mark } from './mark.tsx'

/** The way to the start. */
export function Logo() {
  return (
    <Link to={paths.home()} className={classes['logo']} aria-label={commonText.appName}>
      <Mark size={24} />
      <span aria-hidden className={classes['name']}>
        {commonText.appName}
      </span>
    </Link>
  )
}
