import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.ts'
import { describeError } from '../text/errors.ts'
import classes from './states.module.css'

type ErrorStateProps = {
  readonly error: unknown
  /** Asks again for what failed; without it the page can only be reloaded. */
  readonly onRetry?: (() => void) | undefined
  /** Other ways on, such as a link back to the list. */
  readonly children?: ReactNode
}

/** What stands in the place of something that could not be loaded: what happened, what to do. */
export function ErrorState({ error, onRetry, children }: ErrorStateProps) {
  const words = describeError(error)
  const retries = words.canRetry && onRetry !== undefined
  return (
    <div className={classes['state']} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden className={classes['warning']} />
      <h2>{words.title}</h2>
      <p className={classes['advice']}>{words.advice}</p>
      <div className={classes['actions']}>
        {retries ? (
          <Button variant="default" onClick={onRetry}>
            {commonText.tryAgain}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              window.location.reload()
            }}
          >
            {commonText.reload}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
