import { useSuspenseQuery } from '@tanstack/react-query'
import { sendingText } from '../../../ui/text/settings.ts'
import { PartHead } from '../part-head.tsx'
import { agencySettingsQuery } from '../queries.ts'
import { HoursForm } from './hours-form.tsx'
import { LimitsForm } from './limits-form.tsx'
import { RecordingHosts } from './recording-hosts.tsx'
import { SendingSwitch } from './sending-switch.tsx'

/** The switch of all sending, the limits and hours of contacts, and where recordings come from. */
export function SendingPart() {
  const { data: settings } = useSuspenseQuery(agencySettingsQuery)
  return (
    <>
      <PartHead title={sendingText.title} advice="" />
      <SendingSwitch paused={settings.sendingPaused} />
      <LimitsForm key={JSON.stringify(settings.limits)} present={settings.limits} />
      <HoursForm key={JSON.stringify(settings.hours)} present={settings.hours} />
      <RecordingHosts hosts={settings.recordingHosts} />
    </>
  )
}
