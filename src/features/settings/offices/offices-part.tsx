import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficeRecord } from '../../../data/frontend/accounts.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { locale } from '../../../ui/text/locale.ts'
import { officeText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { PartHead } from '../part-head.tsx'
import { officeRecordsQuery } from '../queries.ts'
import { OfficeDialog } from './office-dialog.tsx'

const countries = new Intl.DisplayNames(locale, { type: 'region' })

const COLUMNS: readonly Column<OfficeRecord>[] = [
  { key: 'name', title: officeText.name, cell: ({ name }) => name },
  { key: 'zone', title: officeText.timeZone, cell: ({ timeZone }) => timeZone },
  {
    key: 'country',
    title: officeText.country,
    cell: ({ defaultCountry }) => countries.of(defaultCountry) ?? defaultCountry,
    wideOnly: true,
  },
]

/** The agency's offices. */
export function OfficesPart() {
  const { isAdmin } = useViewer()
  const { data: offices } = useSuspenseQuery(officeRecordsQuery)
  const [open, setOpen] = useState<OfficeRecord | 'new' | null>(null)
  return (
    <>
      <PartHead
        title={officeText.title}
        advice={officeText.advice}
        action={
          isAdmin && (
            <Button
              onClick={() => {
                setOpen('new')
              }}
            >
              {officeText.add}
            </Button>
          )
        }
      />
      <DataTable
        label={officeText.title}
        columns={COLUMNS}
        rows={offices}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowActions={
          isAdmin
            ? (office) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    setOpen(office)
                  }}
                >
                  {officeText.edit}
                </Button>
              )
            : undefined
        }
      />
      {open !== null && (
        <OfficeDialog
          office={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
