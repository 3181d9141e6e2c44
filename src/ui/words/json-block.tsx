import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { commonText } from '../text/common.ts'
import classes from './json-block.module.css'

const SHOW_COPIED_MS = 1_600

type JsonBlockProps = {
  /** What it is, for a screen reader. */
  readonly label: string
  readonly value: unknown
}

/** Data exactly as it travels, laid out, with a button that copies it. */
export function JsonBlock({ label, value }: JsonBlockProps) {
  const text = JSON.stringify(value, null, 2)
  const { copied, copy } = useClipboard({ timeout: SHOW_COPIED_MS })

  return (
    <div className={classes['frame']}>
      <button
        type="button"
        className={classes['copy']}
        onClick={() => {
          copy(text)
        }}
      >
        {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        <span aria-live="polite">{copied ? commonText.copied : commonText.copy}</span>
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keys scroll it */}
      <pre className={classes['text']} tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </div>
  )
}
