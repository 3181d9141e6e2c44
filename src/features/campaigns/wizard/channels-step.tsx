import { Checkbox, Group, Select, Switch, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { allowActiveElsewhere } from '../../../data/frontend/campaign-drafts.ts'
import { CONSENT_BASES } from '../../../data/frontend/campaigns.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { CHANNELS } from '../../../domain/campaign/channel.ts'
import { consentText } from '../../../ui/text/campaign-page.ts'
import { channelsStepText } from '../../../ui/text/campaign-wizard.ts'
import { channelText } from '../../../ui/text/campaigns.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { DisclosureFields } from './disclosure-fields.tsx'
import { useDraft } from './draft-context.ts'
import { HoursFields } from './hours-fields.tsx'
import { PeriodFields } from './period-fields.tsx'
import { useWriteDraft } from './use-draft-store.ts'
import classes from './wizard.module.css'

const OFFERED = ['whatsapp', 'call'] as const

function ChannelFields() {
  const { draft, editFields } = useDraft()
  const { channels } = draft.campaign
  return (
    <section className={classes['section']}>
      <Checkbox.Group
        label={channelsStepText.channels}
        description={channelsStepText.channelsAdvice}
        error={channels.length === 0 ? channelsStepText.channelMissing : undefined}
        value={[...channels]}
        onChange={(chosen) => {
          editFields({ channels: CHANNELS.filter((channel) => chosen.includes(channel)) })
        }}
      >
        <Group gap="lg" mt="sm">
          {OFFERED.map((channel) => (
            <Checkbox key={channel} value={channel} label={channelText[channel]} />
          ))}
        </Group>
      </Checkbox.Group>
      {channels.includes('email') && <p className={classes['muted']}>{channelsStepText.email}</p>}
    </section>
  )
}

/** An admin's leave to contact people who talk with another campaign's agent. */
function ElsewhereField() {
  const { draft, store } = useDraft()
  const { isAdmin } = useViewer()
  const write = useWriteDraft()
  const allow = useMutation({
    mutationFn: async (allowed: boolean) => {
      await store.flush()
      return allowActiveElsewhere(frontend(), draft.campaign.id, allowed)
    },
    meta: { failed: channelsStepText.elsewhereFailed },
    onSuccess: write,
  })
  return (
    <Switch
      label={channelsStepText.elsewhere}
      description={channelsStepText.elsewhereAdvice}
      checked={allow.isPending ? allow.variables : draft.campaign.contactActiveElsewhere}
      disabled={!isAdmin}
      onChange={(event) => {
        allow.mutate(event.currentTarget.checked)
      }}
    />
  )
}

/** By what means, when, and on what ground people are contacted. */
export function ChannelsStep() {
  const { draft, editFields } = useDraft()
  const { campaign } = draft
  const { consentBasis } = campaign
  return (
    <>
      <ChannelFields />
      <PeriodFields campaign={campaign} onChange={editFields} />
      <HoursFields campaign={campaign} onChange={editFields} />
      <section className={classes['section']} aria-label={channelsStepText.ground}>
        <h2>{channelsStepText.ground}</h2>
        <Textarea
          label={channelsStepText.purpose}
          description={channelsStepText.purposeAdvice}
          placeholder={channelsStepText.purposePlaceholder}
          value={campaign.purpose}
          autosize
          minRows={2}
          onChange={(event) => {
            editFields({ purpose: event.currentTarget.value })
          }}
        />
        <Select
          label={channelsStepText.consent}
          placeholder={channelsStepText.consentPlaceholder}
          {...(consentBasis !== '' && {
            description: channelsStepText.consentAdvice[consentBasis],
          })}
          data={CONSENT_BASES.filter((basis) => basis !== '').map((basis) => ({
            value: basis,
            label: consentText[basis],
          }))}
          value={consentBasis === '' ? null : consentBasis}
          onChange={(value) => {
            editFields({ consentBasis: CONSENT_BASES.find((basis) => basis === value) ?? '' })
          }}
        />
        <DisclosureFields />
      </section>
      <ElsewhereField />
    </>
  )
}
