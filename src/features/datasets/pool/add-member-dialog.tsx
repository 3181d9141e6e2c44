import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { parseEmail } from '../../../domain/person/person-identity.ts'
import { normalisePostcode } from '../../../domain/candidate/postcode.ts'
import { commonText } from '../../../ui/text/common.ts'
import { memberText } from '../../../ui/text/datasets.ts'
import { useAddMember } from '../queries.ts'

type AddMemberDialogProps = {
  readonly datasetId: string
  /** ISO 3166, for a number without a country code. */
  readonly defaultCountry: string
  readonly onClose: () => void
}

const EMPTY = { name: '', phone: '', email: '', postcode: '', location: '', trade: '', notes: '' }
type Field = keyof typeof EMPTY
type Faults = Partial<Record<Field, string>>

const FIELDS = ['name', 'phone', 'email', 'postcode', 'location', 'trade'] as const

/** Reads the number with metadata that is fetched when somebody is added by hand. */
async function readPhone(text: string, country: string) {
  const [{ parsePhone }, { parseCountryCode }] = await Promise.all([
    import('../../../domain/phone/parse-phone.ts'),
    import('../../../domain/phone/country-code.ts'),
  ])
  return parsePhone(text, parseCountryCode(country) ?? 'GB')
}

/** Adds one person; every fault is said at its field and what was entered stays. */
export function AddMemberDialog({ datasetId, defaultCountry, onClose }: AddMemberDialogProps) {
  const [id] = useState(() => crypto.randomUUID())
  const [entered, setEntered] = useState(EMPTY)
  const [faults, setFaults] = useState<Faults>({})
  const [reading, setReading] = useState(false)
  const add = useAddMember()

  async function submit(): Promise<void> {
    setReading(true)
    const phone = await readPhone(entered.phone, defaultCountry).finally(() => {
      setReading(false)
    })
    const email = entered.email.trim() === '' ? '' : parseEmail(entered.email)
    const name = entered.name.trim()
    const found: Faults = {
      ...(name === '' && { name: memberText.noName }),
      ...(!phone.ok && { phone: phone.error.message }),
      ...(email === null && { email: memberText.oddEmail }),
    }
    setFaults(found)
    if (!phone.ok || email === null || name === '') return
    const answer = await add.mutateAsync({
      id,
      datasetId,
      name,
      phone: phone.value.e164,
      phoneGiven: phone.value.given,
      phoneValid: phone.value.valid,
      email,
      postcode: normalisePostcode(entered.postcode),
      location: entered.location.trim(),
      trade: entered.trade.trim(),
      notes: entered.notes.trim(),
    })
    if (answer.result === 'ok') onClose()
    else setFaults({ phone: memberText.exists(answer.member.name) })
  }

  const set = (field: Field, value: string) => {
    setEntered({ ...entered, [field]: value })
    setFaults({ ...faults, [field]: undefined })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={memberText.addTitle}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          // A write that failed is told by the shell; the dialog stays as it is.
          submit().catch(() => undefined)
        }}
      >
        <Stack gap="sm">
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              data-autofocus={field === 'name' || undefined}
              required={field === 'name' || field === 'phone'}
              label={memberText[field]}
              description={field === 'phone' ? memberText.countryAdvice(defaultCountry) : undefined}
              maxLength={200}
              value={entered[field]}
              error={faults[field]}
              onChange={(event) => {
                set(field, event.currentTarget.value)
              }}
            />
          ))}
          <Textarea
            label={memberText.notes}
            maxLength={5_000}
            value={entered.notes}
            onChange={(event) => {
              set('notes', event.currentTarget.value)
            }}
          />
          {add.isError && (
            <Text role="alert" c="red">
              {memberText.addFailed}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {commonText.cancel}
            </Button>
            <Button type="submit" loading={reading || add.isPending}>
              {memberText.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
