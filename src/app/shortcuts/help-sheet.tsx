import { Modal } from '@mantine/core'
import { commonText } from '../../ui/text/common.ts'
import { paletteText } from '../../ui/text/palette.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { KeyboardHint } from '../../ui/words/keyboard-hint.tsx'
import classes from '../palette/palette.module.css'
import { SHORTCUTS } from './shortcuts.ts'

/** All shortcuts with their keys. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { canWrite } = useViewer()
  return (
    <Modal
      opened
      onClose={onClose}
      title={paletteText.help}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <dl className={classes['shortcuts']}>
        {SHORTCUTS.filter(({ writes }) => canWrite || writes !== true).map(({ keys, label }) => (
          <div key={keys.join(' ')}>
            <dt>{label}</dt>
            <dd>
              <KeyboardHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
