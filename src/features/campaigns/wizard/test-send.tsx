import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { bridge } from '../../../data/bridge/browser-client.ts'
import { sendTest, type TestSend as TestReport } from '../../../data/bridge/campaign-actions.ts'
import { AppError } from '../../../lib/app-error.ts'
import { testSendText } from '../../../ui/text/campaign-people.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import classes from './wizard.module.css'

/** Reads a number as people write it; its rules are large and come with the first test. */
async function toE164(text: string, country: string): Promise<string> {
  const [{ parsePhone }, { parseCountryCode }] = await Promise.all([
    import('../../../domain/phone/parse-phone.ts'),
    import('../../../domain/phone/country-code.ts'),
  ])
  const parsed = parsePhone(text, parseCountryCode(country) ?? 'GB')
  if (parsed.ok) return parsed.value.e164
  throw new AppError('invalid', testSendText.oddPhone, {
    code: 'odd_phone',
    hint: testSendText.oddPhoneAdvice,
  })
}

/** Why no test went out: it was refused here, or by the agents. */
function faultOf({ error, data }: { error: unknown; data: TestReport | undefined }): string | null {
  if (error !== null) {
    const { title, advice } = describeError(error)
    return `${title}. ${advice}`
  }
  return data === undefined || data.accepted ? null : `${data.message} ${data.hint}`
}

type TestSendProps = { readonly campaignId: string; readonly officeId: string }

/** Has the agents contact the recruiter's own phone with the draft as it is. */
export function TestSend({ campaignId, officeId }: TestSendProps) {
  const { offices } = useViewer()
  const [phone, setPhone] = useState('')
  const country = offices.find(({ id }) => id === officeId)?.defaultCountry ?? 'GB'
  const send = useMutation({
    mutationFn: async () => sendTest(bridge(), campaignId, await toE164(phone, country)),
    meta: { quiet: true },
  })
  const fault = faultOf(send)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (phone.trim() !== '' && !send.isPending) send.mutate()
  }
  return (
    <section className={classes['section']} aria-label={testSendText.title}>
      <h2>{testSendText.title}</h2>
      <p className={classes['muted']}>{testSendText.advice}</p>
      <form onSubmit={submit} className={classes['line']}>
        <TextInput
          type="tel"
          autoComplete="tel"
          aria-label={testSendText.phone}
          placeholder={testSendText.phone}
          value={phone}
          onChange={(event) => {
            setPhone(event.currentTarget.value)
          }}
        />
        <Button
          type="submit"
          variant="default"
          loading={send.isPending}
          disabled={phone.trim() === ''}
        >
          {testSendText.send}
        </Button>
      </form>
      <p role="status">
        {send.isSuccess && send.data.accepted ? `${send.data.message} ${send.data.hint}` : ''}
      </p>
      {fault !== null && (
        <div className={classes['problem']} role="alert">
          <div>
            <strong>{testSendText.failed}</strong>
            <p>{fault}</p>
          </div>
        </div>
      )}
    </section>
  )
}
