import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { commonText, phoneText } from '../text/common.ts'
import classes from './copyable-phone.module.css'

const SHOW_COPIED_MS = 1_600

type CopyablePhoneProps = {
  /** What is copied: the number in E.164, or as given where it could not be read. */
  readonly phone: string
  /** What is shown, if it differs: the number in groups. */
  readonly shown?: string | undefined
}

/** A phone number with a button that copies it, seen on hover and on focus. */
export function CopyablePhone({ phone, shown = phone }: CopyablePhoneProps) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => {
      setCopied(false)
    }, SHOW_COPIED_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(phone)
    setCopied(true)
  }

  return (
    <span className={classes['phone']}>
      <span className={classes['number']}>{shown}</span>
      <button
        type="button"
        className={classes['copy']}
        data-copied={copied || undefined}
        aria-label={copied ? commonText.copied : phoneText.copy(shown)}
        title={copied ? commonText.copied : commonText.copy}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </button>
      <span role="status" className={classes['announce']}>
        {copied ? commonText.copied : ''}
      </span>
    </span>
  )
}
