import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bridge } from '../../data/bridge/browser-client.ts'
import {
  type ConnectionReport,
  runConnectionTest,
  type Service,
} from '../../data/bridge/service-actions.ts'
import { DELIVERY_MESSAGES, isDeliveryCode } from '../../domain/campaign/delivery-code.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { describeError } from '../../ui/text/errors.ts'
import { webhookText } from '../../ui/text/settings.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { ForAdmins, PartHead } from './part-head.tsx'
import { serviceQuery } from './queries.ts'
import { readPhone } from './read-phone.ts'
import classes from './settings.module.css'

function databaseWords({ reachable, ok, missing }: Service['backend']): string {
  if (!reachable) return webhookText.unreachable
  return ok ? webhookText.reachable : webhookText.incomplete(missing.join(', '))
}

function Report({ report }: { readonly report: ConnectionReport }) {
  const { accepted, seen, idempotent, message, hint } = report
  return (
    <Notice
      tone={idempotent ? 'green' : 'amber'}
      icon={idempotent ? IconCircleCheck : IconAlertTriangle}
      title={message}
    >
      {hint}
      <ul>
        <li>{accepted ? webhookText.taken : webhookText.notTaken}</li>
        {accepted && <li>{seen ? webhookText.seen : webhookText.notSeen}</li>}
        {accepted && <li>{idempotent ? webhookText.once : webhookText.notOnce}</li>}
      </ul>
    </Notice>
  )
}

function ConnectionTest() {
  const { offices } = useViewer()
  const [phone, setPhone] = useState('')
  const test = useMutation({
    mutationFn: async () => {
      const country = offices[0]?.defaultCountry ?? 'GB'
      return runConnectionTest(bridge(), await readPhone(phone, country, webhookText.phoneFault))
    },
    meta: { quiet: true },
  })
  const fault = test.error === null ? null : describeError(test.error)
  return (
    <section className={classes['section']} aria-label={webhookText.testTitle}>
      <h2>{webhookText.testTitle}</h2>
      <p className={classes['muted']}>{webhookText.testAdvice}</p>
      <form
        className={classes['line']}
        onSubmit={(event) => {
          event.preventDefault()
          if (phone.trim() !== '') test.mutate()
        }}
      >
        <TextInput
          type="tel"
          autoComplete="tel"
          label={webhookText.phone}
          value={phone}
          onChange={(event) => {
            setPhone(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={test.isPending}>
          {webhookText.run}
        </Button>
      </form>
      <p role="status">{test.isPending && webhookText.running}</p>
      {fault !== null && (
        <Notice tone="red" icon={IconAlertTriangle} title={fault.title}>
          {fault.advice}
        </Notice>
      )}
      {test.isSuccess && <Report report={test.data} />}
    </section>
  )
}

function LastAnswer({ answer }: { readonly answer: Service['webhook']['lastAnswer'] }) {
  if (answer === null) return webhookText.neverPosted
  const { code, status, at } = answer
  const words = code !== null && isDeliveryCode(code) ? DELIVERY_MESSAGES[code].message : code
  return (
    <>
      {words} {status !== null && `(${status})`} <RelativeTime at={at} />
    </>
  )
}

function Webhook() {
  const { data: service } = useSuspenseQuery(serviceQuery)
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{webhookText.host}</dt>
        <dd>{service.webhook.host}</dd>
        <dt>{webhookText.secret}</dt>
        <dd>
          <code>…{service.webhook.secretEndsIn}</code>
        </dd>
        <dt>{webhookText.lastAnswer}</dt>
        <dd>
          <LastAnswer answer={service.webhook.lastAnswer} />
        </dd>
        <dt>{webhookText.database}</dt>
        <dd>{databaseWords(service.backend)}</dd>
      </dl>
      <ConnectionTest />
    </>
  )
}

/** Where launches are sent, shown only, and a test that explains what it found. */
export function WebhookPart() {
  return (
    <ForAdmins>
      <PartHead title={webhookText.title} advice={webhookText.advice} />
      <Webhook />
    </ForAdmins>
  )
}
