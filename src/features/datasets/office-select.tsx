import { Alert, Select } from '@mantine/core'
import { useState } from 'react'
import { datasetListText, poolText } from '../../ui/text/datasets.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'

type OfficeChoice = {
  /** '' where the viewer belongs to none. */
  readonly officeId: string
  readonly setOfficeId: (officeId: string) => void
}

/** The office something new belongs to: the one looked through, or the first. */
export function useOfficeChoice(): OfficeChoice {
  const { officeId: chosen, offices } = useViewer()
  const [officeId, setOfficeId] = useState(chosen ?? offices[0]?.id ?? '')
  return { officeId, setOfficeId }
}

/** Asks for the office, where there is more than one. */
export function OfficeSelect({ choice }: { readonly choice: OfficeChoice }) {
  const { offices } = useViewer()
  if (offices.length === 0) return <Alert color="red">{poolText.noOffice}</Alert>
  if (offices.length === 1) return null
  return (
    <Select
      label={datasetListText.office}
      data={offices.map(({ id, name }) => ({ value: id, label: name }))}
      value={choice.officeId}
      allowDeselect={false}
      onChange={(id) => {
        if (id !== null) choice.setOfficeId(id)
      }}
    />
  )
}
