import { Alert } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { importText } from '../../../ui/text/datasets.ts'
import { useImport } from './import-store.ts'

/** Says on other pages that an import is going on, or has stopped, and leads back to it. */
export function ImportBanner() {
  const { phase, sent, job } = useImport()
  if (job === null || (phase !== 'running' && phase !== 'stopped')) return null
  return (
    <Alert color={phase === 'stopped' ? 'red' : 'accent'} role="status" p="xs">
      {phase === 'stopped' ? importText.stopped : importText.inBackground(sent, job.total)}
      {'. '}
      <Link to={paths.importDataset()}>{importText.show}</Link>
    </Alert>
  )
}
