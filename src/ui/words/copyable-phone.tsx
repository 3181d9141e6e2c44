import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { commonText, phoneText } from '../text/common.ts'
import classes from './copyable-phone.module.css'
import { usePhoneFormat } from './phone-format.ts'
import { Unseen } from './unseen.tsx'

const SHOW_COPIED_MS = 1_600

type CopyablePhoneProps = {
  /** What is copied: the number in E.164, or as given where it could not be read. */
  readonly phone: string
}

/** A phone number in groups, with a button that copies it, seen on hover and on focus. */
export function CopyablePhone({ phone }: CopyablePhoneProps) {
  const shown = usePhoneFormat()(phone)
  const { copied, copy } = useClipboard({ timeout: SHOW_COPIED_MS })

  return (
    <span className={classes['phone']}>
      <span className={classes['number']}>{shown}</span>
      <button
        type="button"
        className={classes['copy']}
        data-copied={copied || undefined}
        aria-label={copied ? commonText.copied : phoneText.copy(shown)}
        title={copied ? commonText.copied : commonText.copy}
        onClick={() => {
          copy(phone)
        }}
      >
        {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </button>
      <Unseen role="status">{copied ? commonText.copied : ''}</Unseen>
    </span>
  )
}
