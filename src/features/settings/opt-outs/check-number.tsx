import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { isOptedOut } from '../../../data/frontend/opt-outs.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { optOutText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { readPhone } from '../read-phone.ts'
import classes from '../settings.module.css'

/** Asks whether one number may be contacted. */
export function CheckNumber() {
  const { offices } = useViewer()
  const [phone, setPhone] = useState('')
  const check = useMutation({
    mutationFn: async () => {
      const country = offices[0]?.defaultCountry ?? 'GB'
      return isOptedOut(frontend(), await readPhone(phone, country, optOutText.phoneFault))
    },
    meta: { quiet: true },
  })
  const words = check.isSuccess && (check.data ? optOutText.isOut : optOutText.isIn)
  return (
    <section className={classes['section']} aria-label={optOutText.check}>
      <h2>{optOutText.check}</h2>
      <p className={classes['muted']}>{optOutText.checkAdvice}</p>
      <form
        className={classes['line']}
        onSubmit={(event) => {
          event.preventDefault()
          if (phone.trim() !== '') check.mutate()
        }}
      >
        <TextInput
          type="tel"
          label={optOutText.phone}
          value={phone}
          error={check.error === null ? undefined : describeError(check.error).title}
          autoComplete="off"
          onChange={(event) => {
            setPhone(event.currentTarget.value)
            check.reset()
          }}
        />
        <Button type="submit" variant="default" loading={check.isPending}>
          {optOutText.check}
        </Button>
      </form>
      <p role="status">{words}</p>
    </section>
  )
}
