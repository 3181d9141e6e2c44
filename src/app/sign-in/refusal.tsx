import { IconAlertTriangle } from '@tabler/icons-react'
import { describeError } from '../../ui/text/errors.ts'
import classes from './sign-in.module.css'

/** Why auth refused what was sent; nothing where it did not. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (error === null) return null
  const { title, advice } = describeError(error)
  return (
    <div role="alert" className={classes['fault']}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{title}</strong>
        <div>{advice}</div>
      </div>
    </div>
  )
}
