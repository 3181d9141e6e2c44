import { Alert, Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Dataset } from '../../../data/frontend/datasets.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { knownPhones } from '../../../data/frontend/pool-work.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { importText, poolText } from '../../../ui/text/datasets.ts'
import { locale } from '../../../ui/text/locale.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { OfficeSelect, useOfficeChoice } from '../office-select.tsx'
import type { FileFacts, FilePreview, Reading } from './import-file.ts'
import classes from './import.module.css'
import type { ImportJob } from './import-job.ts'
import { forgetImport, importReader, setMapping, useImport } from './import-store.ts'
import { delimiterName, LayoutChoice } from './layout-choice.tsx'
import { MappingTable } from './mapping-table.tsx'
import { type Known, PreviewTable } from './preview-table.tsx'

/** A pool that isn't made yet has nobody. */
const NO_POOL = '00000000-0000-0000-0000-000000000000'
// Where the agencies' candidates come from first; others can be typed with their + code.
const COUNTRIES = 'GB IE PL RO PT ES FR DE IT NL BE LT LV BG HU CZ SK UA TR IN PK BR US AU'.split(
  ' ',
)
const countryNames = new Intl.DisplayNames([locale], { type: 'region' })

function countryChoices(office: string) {
  const codes = COUNTRIES.includes(office) ? COUNTRIES : [office, ...COUNTRIES]
  return codes.map((code) => ({ value: code, label: countryNames.of(code) ?? code }))
}

function missingColumn({ mapping }: Reading): string | null {
  const { phone, fullName, forename, surname } = mapping.fields
  if (phone === undefined) return importText.needPhone
  return (fullName ?? forename ?? surname) === undefined ? importText.needName : null
}

type Asked = { readonly reading: Reading; readonly poolId: string }

/** The file's numbers against who is known; without an answer the import can start all the same. */
function useKnown({ reading, poolId }: Asked): Known | null | undefined {
  const { fileNumber } = useImport()
  const { data, isError } = useQuery({
    queryKey: ['import-known', poolId, fileNumber, reading],
    queryFn: async ({ signal }) => {
      const inPool = new Set<string>()
      const known = new Set<string>()
      let from = 0
      while (!signal.aborted) {
        const part = await importReader().phones(from, reading)
        if (part.length === 0) break
        const answer = await knownPhones(frontend(), poolId, part)
        for (const phone of answer.inPool) inPool.add(phone)
        for (const phone of answer.known) known.add(phone)
        from += part.length
      }
      return { inPool, known }
    },
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
    throwOnError: false,
  })
  return data ?? (isError ? null : undefined)
}

type PreviewProps = Asked & { readonly preview: FilePreview }

function Preview({ preview, ...asked }: PreviewProps) {
  const known = useKnown(asked)
  const [shown, setShown] = useState<'first' | 'faulty'>('first')
  const { personCount, repeatedCount, faultyCount, unsureCount } = preview
  return (
    <>
      <p role="status">{importText.counts(personCount, repeatedCount, faultyCount)}</p>
      <p className={classes['muted']}>
        {known === undefined && importText.becomesWaiting}
        {known !== undefined &&
          known !== null &&
          importText.becomes(
            personCount - known.inPool.size - known.known.size,
            known.known.size,
            known.inPool.size,
          )}
      </p>
      {unsureCount > 0 && <p className={classes['unsure']}>{importText.unsure(unsureCount)}</p>}
      {faultyCount > 0 && (
        <Group gap="sm">
          <SegmentedControl
            aria-label={importText.preview}
            value={shown}
            onChange={setShown}
            data={[
              { value: 'first', label: importText.showFirst },
              { value: 'faulty', label: importText.showFaulty(faultyCount) },
            ]}
          />
          {shown === 'faulty' && faultyCount > preview.faulty.length && (
            <span className={classes['muted']}>
              {importText.faultyLimit(preview.faulty.length)}
            </span>
          )}
        </Group>
      )}
      <PreviewTable
        rows={shown === 'faulty' && faultyCount > 0 ? preview.faulty : preview.first}
        known={known ?? undefined}
      />
    </>
  )
}

type CheckStepProps = {
  readonly facts: FileFacts
  /** The pool to import into; null makes a new one. */
  readonly pool: Dataset | null
  readonly onStart: (job: ImportJob) => void
}

/** What the file's columns hold and what its rows will become, before anything is sent. */
export function CheckStep({ facts, pool, onStart }: CheckStepProps) {
  const { fileName, fileNumber, mapping } = useImport()
  const { offices } = useViewer()
  const office = useOfficeChoice()
  const officeCountry = offices.find(({ id }) => id === (pool?.officeId ?? office.officeId))
  const [chosen, setChosen] = useState<string | null>(null)
  const country = chosen ?? officeCountry?.defaultCountry ?? 'GB'
  const [name, setName] = useState(fileName.replace(/\.[^.]*$/, ''))
  const reading = { mapping: mapping ?? { headers: facts.headers, fields: {} }, country } as Reading
  const missing = missingColumn(reading)
  const preview = useQuery({
    queryKey: ['import-preview', fileNumber, reading],
    queryFn: () => importReader().preview(reading),
    enabled: missing === null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
  })
  const noName = pool === null && name.trim() === ''
  const noOffice = pool === null && office.officeId === ''

  function start(): void {
    const made = { name: name.trim(), officeId: office.officeId }
    onStart({
      importId: crypto.randomUUID(),
      target: {
        datasetId: pool?.id ?? crypto.randomUUID(),
        create: pool === null ? made : null,
      },
      reading,
      total: facts.rowCount,
    })
  }

  return (
    <>
      <Group justify="space-between" gap="sm">
        <p>
          <strong>{fileName}</strong>
          <br />
          <span className={classes['muted']}>
            {importText.facts(
              facts.rowCount,
              importText.encodings[facts.encoding],
              delimiterName(facts.delimiter),
            )}
          </span>
        </p>
        <Button variant="default" onClick={forgetImport}>
          {importText.another}
        </Button>
      </Group>
      <Group gap="md" align="flex-end">
        {pool === null && (
          <>
            <TextInput
              label={importText.intoNew}
              value={name}
              maxLength={200}
              error={noName ? poolText.noName : undefined}
              onChange={(event) => {
                setName(event.currentTarget.value)
              }}
            />
            <OfficeSelect choice={office} />
          </>
        )}
        <NativeSelect
          label={importText.country}
          data={countryChoices(officeCountry?.defaultCountry ?? 'GB')}
          value={country}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
          }}
        />
      </Group>
      <section className={classes['section']}>
        <h2>{importText.mapping}</h2>
        <p className={classes['muted']}>{importText.mappingAdvice}</p>
        <LayoutChoice facts={facts} />
        <MappingTable facts={facts} mapping={reading.mapping} onChange={setMapping} />
      </section>
      <section className={classes['section']}>
        <h2>{importText.preview}</h2>
        {missing !== null && <Alert color="amber">{missing}</Alert>}
        {missing === null && preview.data === undefined && (
          <div role="status">
            {importText.previewing}
            <SkeletonLine />
          </div>
        )}
        {missing === null && preview.data !== undefined && (
          <Preview preview={preview.data} reading={reading} poolId={pool?.id ?? NO_POOL} />
        )}
      </section>
      <Group>
        <Button disabled={missing !== null || noName || noOffice} onClick={start}>
          {importText.start(facts.rowCount)}
        </Button>
      </Group>
    </>
  )
}
