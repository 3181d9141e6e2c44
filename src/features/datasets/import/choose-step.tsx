import { Alert, Button, FileButton } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { importText, unreadableText } from '../../../ui/text/datasets.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import classes from './import.module.css'
import { chooseFile, useImport } from './import-store.ts'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** Takes a file by choosing, dropping or pasting; what can't be read says why. */
export function ChooseStep() {
  const { phase, fileName, unreadable } = useImport()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file !== undefined) void chooseFile(file, file.name)
      else if (text !== '') void chooseFile(new Blob([text]), importText.pasted)
    }
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('paste', onPaste)
    }
  }, [])

  if (phase === 'reading') {
    return (
      <div role="status" className={classes['section']}>
        {importText.reading(fileName)}
        <SkeletonLine />
        <SkeletonLine width="70%" />
      </div>
    )
  }
  const [what, advice] = unreadable === null ? ['', ''] : unreadableText[unreadable.reason]
  const where = unreadable?.row === undefined ? '' : ` ${importText.row} ${unreadable.row}.`
  return (
    <>
      {unreadable !== null && (
        <Alert color="red" title={`${fileName}: ${what}`} role="alert">
          {`${advice}${where}`}
        </Alert>
      )}
      <div
        className={classes['drop']}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => {
          setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file !== undefined) void chooseFile(file, file.name)
        }}
      >
        <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
        <h2>{importText.dropTitle}</h2>
        <p>{importText.dropAdvice}</p>
        <FileButton
          // No filter by type: a file with another ending is read, and told what it is.
          onChange={(file) => {
            if (file !== null) void chooseFile(file, file.name)
          }}
          inputProps={{ 'aria-label': importText.choose }}
        >
          {(props) => <Button {...props}>{importText.choose}</Button>}
        </FileButton>
      </div>
    </>
  )
}
