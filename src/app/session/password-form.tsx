import { Button, Group, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import {
  changePassword,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
} from '../../data/frontend/change-password.ts'
import { passwordText } from '../../ui/text/sign-in.ts'
import { useRuntime } from '../runtime.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import classes from '../sign-in/sign-in.module.css'
import { passwordFaults } from './password-faults.ts'

type PasswordFormProps = {
  readonly email: string
  /** What the present password is called here. */
  readonly currentLabel: string
  /** Beside the button that sends it. */
  readonly other: ReactNode
  readonly onChanged?: () => void
}

const EMPTY = { current: '', next: '', again: '' }

/** The present password and, twice, the new one. */
export function PasswordForm({ email, currentLabel, other, onChanged }: PasswordFormProps) {
  const { env } = useRuntime()
  const [entry, setEntry] = useState(EMPTY)
  const [asked, setAsked] = useState(false)
  const faults = passwordFaults(entry)
  const change = useMutation({
    mutationFn: () =>
      changePassword(
        { url: env.frontendUrl, anonKey: env.frontendAnonKey },
        { email, current: entry.current, next: entry.next },
      ),
    onSuccess: () => onChanged?.(),
    meta: { quiet: true, done: passwordText.changed },
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(faults).length === 0) change.mutate()
  }

  const fields = [
    { field: 'current', label: currentLabel, autoComplete: 'current-password' },
    { field: 'next', label: passwordText.next, autoComplete: 'new-password' },
    { field: 'again', label: passwordText.again, autoComplete: 'new-password' },
  ] as const
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <Refusal error={change.error} />
      {/* For password managers: whose password it is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      {fields.map(({ field, label, autoComplete }) => (
        <PasswordInput
          key={field}
          label={label}
          description={field === 'next' ? passwordText.nextAdvice(MIN_PASSWORD_LENGTH) : undefined}
          name={field}
          autoComplete={autoComplete}
          maxLength={MAX_PASSWORD_LENGTH}
          value={entry[field]}
          error={asked ? faults[field] : undefined}
          data-autofocus={field === 'current' || undefined}
          onChange={(event) => {
            const { value } = event.currentTarget
            setEntry((before) => ({ ...before, [field]: value }))
          }}
        />
      ))}
      <Group justify="flex-end" gap="sm">
        {other}
        <Button type="submit" loading={change.isPending}>
          {passwordText.submit}
        </Button>
      </Group>
    </form>
  )
}
