import { Modal } from '@mantine/core'
import { commonText } from '../../ui/text/common.ts'
import { pageShortcutText } from '../../ui/text/page-shortcuts.ts'
import { paletteText } from '../../ui/text/palette.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { KeyboardHint } from '../../ui/words/keyboard-hint.tsx'
import classes from '../palette/palette.module.css'
import { SHORTCUTS } from './shortcuts.ts'

type KeysProps = {
  readonly rows: readonly {
    readonly keys: readonly string[]
    readonly label: string
    readonly writes?: true
  }[]
}

function Keys({ rows }: KeysProps) {
  const { canWrite } = useViewer()
  return (
    <dl className={classes['shortcuts']}>
      {rows
        .filter(({ writes }) => canWrite || writes !== true)
        .map(({ keys, label }) => (
          <div key={keys.join(' ')}>
            <dt>{label}</dt>
            <dd>
              <KeyboardHint keys={keys} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** All shortcuts with their keys: those of any page, then those of one. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={paletteText.help}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <Keys rows={SHORTCUTS} />
      {pageShortcutText.map(({ page, keys }) => (
        <section key={page} className={classes['shortcutsOf']}>
          <h3>{page}</h3>
          <Keys rows={keys} />
        </section>
      ))}
    </Modal>
  )
}
