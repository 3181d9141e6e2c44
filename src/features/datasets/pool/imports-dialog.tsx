import { Alert, Button, Group, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PoolImport } from '../../../data/frontend/pool-work.ts'
import { paths } from '../../../lib/paths.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { saveFile } from '../../../ui/file/save-file.ts'
import { commonText } from '../../../ui/text/common.ts'
import { importText } from '../../../ui/text/datasets.ts'
import { undoImportText } from '../../../ui/text/pools.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { rejectedFile } from '../rejected-file.ts'
import classes from './pool.module.css'
import { importsQuery, undoPreviewQuery, useUndoImport } from './pool-changes.ts'

type OneProps = { readonly file: PoolImport; readonly onUndone: (removed: number) => void }

/** What an undo would do, and doing it. */
function Undo({ file, onUndone }: OneProps) {
  const { data } = useQuery(undoPreviewQuery(file.importId))
  const [removed, setRemoved] = useState<number | null>(null)
  const undo = useUndoImport(file.datasetId)
  if (data === undefined) return <SkeletonLine />
  const keptCount = Object.values(data.keep).reduce((sum, count) => sum + count, 0)
  const nothing = data.remove === 0 && data.restore === 0
  return (
    <Alert color="amber" title={undoImportText.title(file.fileName)}>
      {nothing && <p>{undoImportText.nothing}</p>}
      {data.remove > 0 && <p>{undoImportText.remove(data.remove)}</p>}
      {data.restore > 0 && <p>{undoImportText.restore(data.restore)}</p>}
      {keptCount > 0 && (
        <>
          <p>{undoImportText.keep}</p>
          <ul className={classes['kept']}>
            {data.kept.map(({ memberId, personId, name, reason }) => (
              <li key={memberId}>
                {personId === null ? name : <Link to={paths.person(personId)}>{name}</Link>}{' '}
                {undoImportText.reasons[reason]}
              </li>
            ))}
          </ul>
          {keptCount > data.kept.length && (
            <p>{undoImportText.more(keptCount - data.kept.length)}</p>
          )}
        </>
      )}
      {removed !== null && <p role="status">{undoImportText.progress(removed)}</p>}
      <Button
        color="red.9"
        mt="sm"
        disabled={nothing}
        loading={undo.isPending}
        onClick={() => {
          undo.mutate(
            { importId: file.importId, onProgress: setRemoved },
            {
              onSuccess: (done) => {
                onUndone(done.removed)
              },
            },
          )
        }}
      >
        {undoImportText.undo}
      </Button>
    </Alert>
  )
}

type DialogProps = { readonly datasetId: string; readonly onClose: () => void }

/** The files that were imported into a pool: their accounts, their rejected rows, and taking one back. */
export function ImportsDialog({ datasetId, onClose }: DialogProps) {
  const { data: files } = useQuery(importsQuery(datasetId))
  const { canWrite } = useViewer()
  const [undoing, setUndoing] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: (file: PoolImport) => rejectedFile(file.importId, file.headers),
    meta: { failed: undoImportText.rejectedFailed },
    onSuccess: (text, { fileName }) => {
      saveFile(importText.rejectedName(fileName), text)
    },
  })
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={undoImportText.imports}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      {said !== null && <Alert role="status">{said}</Alert>}
      {files === undefined && <SkeletonLine />}
      {files?.length === 0 && <p>{undoImportText.empty}</p>}
      <ul className={classes['imports']}>
        {files?.map((file) => (
          <li key={file.importId}>
            <Group justify="space-between" gap="sm">
              <strong>{file.fileName}</strong>
              <span className={classes['muted']}>
                {undoImportText.states[file.state]} · {file.by} <RelativeTime at={file.startedAt} />
              </span>
            </Group>
            <Group justify="space-between" gap="sm">
              <span>{undoImportText.account(file.read, file.total, file.rejected)}</span>
              <Group gap="xs">
                {file.rejected > 0 && (
                  <Button
                    size="xs"
                    variant="default"
                    loading={save.isPending}
                    onClick={() => {
                      save.mutate(file)
                    }}
                  >
                    {undoImportText.rejected}
                  </Button>
                )}
                {canWrite && file.state !== 'undone' && undoing !== file.importId && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setUndoing(file.importId)
                    }}
                  >
                    {undoImportText.undo}
                  </Button>
                )}
              </Group>
            </Group>
            {undoing === file.importId && (
              <Undo
                file={file}
                onUndone={(removed) => {
                  setUndoing(null)
                  setSaid(undoImportText.done(removed))
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
