import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { signInText } from '../../ui/text/sign-in.ts'
import { useRuntime } from '../runtime.ts'
import { Refusal } from './refusal.tsx'
import classes from './sign-in.module.css'

type SignInFormProps = {
  /** Given where someone signs in again: then only the password is asked for. */
  readonly knownEmail?: string | undefined
}

/** Email, password and button. Who is signed in then is told by the session, not by this form. */
export function SignInForm({ knownEmail }: SignInFormProps) {
  const { session, env } = useRuntime()
  const [email, setEmail] = useState(knownEmail ?? '')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const attempt = useMutation({
    mutationFn: session.signIn,
    meta: { quiet: true },
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setChecked(true)
    if (email.trim() !== '' && password !== '') attempt.mutate({ email, password })
  }

  const { demo } = env
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <Refusal error={attempt.error} />
      <TextInput
        label={signInText.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly={knownEmail !== undefined}
        error={checked && email.trim() === '' ? signInText.needsEmail : undefined}
        onChange={(event) => {
          setEmail(event.currentTarget.value)
        }}
      />
      <PasswordInput
        label={signInText.password}
        name="password"
        autoComplete="current-password"
        value={password}
        data-autofocus={knownEmail !== undefined || undefined}
        error={checked && password === '' ? signInText.needsPassword : undefined}
        onChange={(event) => {
          setPassword(event.currentTarget.value)
        }}
      />
      <Button type="submit" fullWidth loading={attempt.isPending}>
        {signInText.submit}
      </Button>
      {demo !== undefined && knownEmail === undefined && (
        <Button
          variant="default"
          fullWidth
          disabled={attempt.isPending}
          onClick={() => {
            setEmail(demo.email)
            setPassword(demo.password)
            attempt.mutate(demo)
          }}
        >
          {signInText.demo}
        </Button>
      )}
    </form>
  )
}
