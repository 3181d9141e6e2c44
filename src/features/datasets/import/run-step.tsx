import { Alert, Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ImportAnswer } from '../../../data/frontend/imports.ts'
import { outcomeAddsUp, ROW_OUTCOMES } from '../../../domain/dataset/import-outcome.ts'
import { paths } from '../../../lib/paths.ts'
import { ProgressCount } from '../../../ui/figures/progress-count.tsx'
import { importText } from '../../../ui/text/datasets.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { saveFile } from '../../../ui/file/save-file.ts'
import { undoImportText } from '../../../ui/text/pools.ts'
import { rejectedFile } from '../rejected-file.ts'
import classes from './import.module.css'
import type { ImportJob } from './import-job.ts'
import { forgetImport, useImport } from './import-store.ts'

const MS_PER_SECOND = 1_000

function Account({ answer }: { readonly answer: ImportAnswer }) {
  const { duplicate: duplicates, ...others } = answer
  const whole = outcomeAddsUp({ ...others, duplicates }) && answer.read === answer.total
  return (
    <>
      <div className={classes['scroller']}>
        <table className={classes['table']} aria-label={importText.title}>
          <tbody>
            {ROW_OUTCOMES.map((outcome) => (
              <tr key={outcome}>
                <th scope="row">{importText.outcome[outcome]}</th>
                <td className={classes['number']}>{formatNumber(answer[outcome])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {whole ? (
        <p>{importText.sum(answer.read)}</p>
      ) : (
        <Alert color="red">{importText.sumWrong(answer.read, answer.total)}</Alert>
      )}
    </>
  )
}

function RejectedButton({ job }: { readonly job: ImportJob }) {
  const { fileName } = useImport()
  const save = useMutation({
    mutationFn: () => rejectedFile(job.importId, job.reading.mapping.headers),
    meta: { failed: undoImportText.rejectedFailed },
    onSuccess: (text) => {
      saveFile(importText.rejectedName(fileName), text)
    },
  })
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={save.isPending}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => {
          save.mutate()
        }}
      >
        {importText.download}
      </Button>
      <span className={classes['muted']}>{importText.downloadAdvice}</span>
    </Group>
  )
}

type RunStepProps = { readonly job: ImportJob; readonly onGoOn: (job: ImportJob) => void }

/** An import that is going on, has stopped, or is done: what became of every row. */
export function RunStep({ job, onGoOn }: RunStepProps) {
  const { phase, fileName, sent, answer, waitMs, error } = useImport()
  if (phase === 'finished' && answer !== null) {
    return (
      <>
        <h2>{importText.finished(fileName)}</h2>
        <Account answer={answer} />
        {answer.rejected > 0 && <RejectedButton job={job} />}
        <Group gap="sm">
          <Button component={Link} to={paths.dataset(job.target.datasetId)}>
            {importText.openPool}
          </Button>
          <Button variant="default" onClick={forgetImport}>
            {importText.importMore}
          </Button>
        </Group>
      </>
    )
  }
  const words = phase === 'stopped' ? describeError(error) : null
  return (
    <>
      <h2>{fileName}</h2>
      <ProgressCount
        label={importText.running}
        done={sent}
        total={job.total}
        note={importText.runningNote}
      />
      {waitMs !== null && (
        <Alert color="amber" role="status">
          {importText.waiting(Math.ceil(waitMs / MS_PER_SECOND))}
        </Alert>
      )}
      {words !== null && (
        <Alert color="red" role="alert" title={importText.stopped}>
          <p>{`${words.title}. ${words.advice}`}</p>
          <p>{importText.stoppedAdvice(sent, job.total)}</p>
          <Group gap="sm" mt="sm">
            <Button
              onClick={() => {
                onGoOn(job)
              }}
            >
              {importText.goOn}
            </Button>
            <Button variant="default" onClick={forgetImport}>
              {importText.another}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
