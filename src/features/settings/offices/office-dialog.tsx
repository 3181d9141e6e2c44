import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OfficeRecord, saveOffice } from '../../../data/frontend/accounts.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { FormDialog } from '../../../ui/feedback/form-dialog.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { locale } from '../../../ui/text/locale.ts'
import { officeText, settingsText } from '../../../ui/text/settings.ts'
import { TIME_ZONES } from '../../../ui/words/time-zones.ts'

const names = new Intl.DisplayNames(locale, { type: 'region' })

/** Every country that phone numbers are known of, by name; their rules come with the dialog. */
async function listCountries(): Promise<readonly { value: string; label: string }[]> {
  const { COUNTRY_CODES } = await import('../../../domain/phone/country-code.ts')
  return COUNTRY_CODES.map((value) => ({ value, label: names.of(value) ?? value })).toSorted(
    (one, other) => one.label.localeCompare(other.label, locale),
  )
}

type OfficeDialogProps = {
  /** Which to change; null makes one. */
  readonly office: OfficeRecord | null
  readonly onClose: () => void
}

/** An office's name, time zone and country. */
export function OfficeDialog({ office, onClose }: OfficeDialogProps) {
  const client = useQueryClient()
  const { data: countries = [] } = useQuery({
    queryKey: ['phone-countries'],
    queryFn: listCountries,
    staleTime: Infinity,
  })
  const [id] = useState(() => office?.id ?? crypto.randomUUID())
  const [version, setVersion] = useState(office?.version ?? null)
  const [name, setName] = useState(office?.name ?? '')
  const [timeZone, setTimeZone] = useState(office?.timeZone ?? 'Europe/London')
  const [defaultCountry, setCountry] = useState(office?.defaultCountry ?? 'GB')
  const [asked, setAsked] = useState(false)
  const [theirs, setTheirs] = useState<OfficeRecord | null>(null)
  const fault = name.trim() === '' ? officeText.nameFault : undefined
  const save = useMutation({
    mutationFn: () => saveOffice(frontend(), { id, version, name, timeZone, defaultCountry }),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: queryKeys.offices() })
    },
    onError: (error) => {
      if (isAppError(error, 'conflict')) setTheirs(error.current as OfficeRecord)
    },
    meta: { done: settingsText.saved },
  })
  return (
    <FormDialog
      title={office === null ? officeText.addTitle : officeText.editTitle(office.name)}
      submitLabel={office === null ? officeText.add : settingsText.save}
      saving={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (fault === undefined) save.mutate()
      }}
    >
      <Stack gap="md">
        {theirs !== null && (
          <Notice tone="amber" icon={IconUsers} title={settingsText.conflict}>
            {theirs.name}, {theirs.timeZone}, {names.of(theirs.defaultCountry)}
            <Group mt="xs">
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setVersion(theirs.version)
                  setName(theirs.name)
                  setTimeZone(theirs.timeZone)
                  setCountry(theirs.defaultCountry)
                  setTheirs(null)
                }}
              >
                {settingsText.takeTheirs}
              </Button>
            </Group>
          </Notice>
        )}
        <TextInput
          label={officeText.name}
          value={name}
          error={asked ? fault : undefined}
          maxLength={120}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
        />
        <Select
          label={officeText.timeZone}
          data={[...TIME_ZONES]}
          value={timeZone}
          searchable
          allowDeselect={false}
          limit={50}
          onChange={(zone) => {
            if (zone !== null) setTimeZone(zone)
          }}
        />
        <Select
          label={officeText.country}
          description={officeText.countryAdvice}
          data={[...countries]}
          value={defaultCountry}
          searchable
          allowDeselect={false}
          limit={50}
          onChange={(country) => {
            if (country !== null) setCountry(country)
          }}
        />
      </Stack>
    </FormDialog>
  )
}
