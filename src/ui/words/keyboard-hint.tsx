import classes from './keyboard-hint.module.css'

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')

type KeyboardHintProps = {
  /** Keys in order; `mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
  readonly keys: readonly string[]
}

/** Shows which keys do something. */
export function KeyboardHint({ keys }: KeyboardHintProps) {
  return (
    <span className={classes['hint']}>
      {keys.map((key) => (
        <kbd key={key} className={classes['key']}>
          {key === 'mod' ? (isApple ? '⌘' : 'Ctrl') : key}
        </kbd>
      ))}
    </span>
  )
}
