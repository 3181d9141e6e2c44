import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addCardText } from '../../../ui/text/jobs.ts'
import { locale } from '../../../ui/text/locale.ts'
import classes from './phone-input.module.css'
import { type ReadPhone } from './use-read-phone.ts'

const countries = new Intl.DisplayNames(locale, { type: 'region' })

type PhoneInputProps = {
  readonly value: string
  /** What the number is read as; null while nothing is known. */
  readonly read: ReadPhone | null
  /** Where numbers without a country code belong, in two letters. */
  readonly country: string
  /** True once saving was tried: then a fault shows although the field has the focus. */
  readonly insist: boolean
  readonly onChange: (text: string) => void
}

/** A phone as people write it, with what it is read as, or what is wrong with it. */
export function PhoneInput({ value, read, country, insist, onChange }: PhoneInputProps) {
  const [left, setLeft] = useState(false)
  // Half a number is no mistake while it is being typed.
  const fault = read?.ok === false && (left || insist) ? read.error : null
  return (
    <>
      <TextInput
        type="tel"
        label={addCardText.phone}
        description={addCardText.phoneHint(countries.of(country) ?? country)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value}
        error={fault?.message}
        autoComplete="off"
        onBlur={() => {
          setLeft(true)
        }}
        onChange={(event) => {
          setLeft(false)
          onChange(event.currentTarget.value)
        }}
      />
      {fault?.parts !== undefined && (
        <Group gap="xs" mt={4}>
          {fault.parts.map((part) => (
            <Button
              key={part}
              size="compact-xs"
              variant="default"
              onClick={() => {
                onChange(part)
              }}
            >
              {`${addCardText.pickOne} ${part}`}
            </Button>
          ))}
        </Group>
      )}
      {read?.ok === true && (
        <p className={classes['read']} data-warning={!read.value.valid || undefined} role="status">
          {read.value.valid
            ? addCardText.willCall(read.value.shown)
            : addCardText.unusedRange(read.value.shown)}
        </p>
      )}
    </>
  )
}
