import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { type ContactLimits, saveContactLimits } from '../../../data/frontend/agency-settings.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { sendingText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { SaveBar } from '../save-bar.tsx'
import classes from '../settings.module.css'
import { useSaveSetting } from '../use-save-setting.ts'

const FIELDS = [
  { field: 'maxContacts', label: sendingText.maxContacts, min: 0, max: 1000 },
  { field: 'periodDays', label: sendingText.periodDays, min: 1, max: 3650 },
  { field: 'coolDownDays', label: sendingText.coolDown, min: 0, max: 3650 },
] as const

/** How often one person may be contacted over all campaigns. */
export function LimitsForm({ present }: { readonly present: ContactLimits }) {
  const { isAdmin } = useViewer()
  const [limits, setLimits] = useState(present)
  const save = useSaveSetting((value: ContactLimits) => saveContactLimits(frontend(), value))
  return (
    <section className={classes['section']} aria-label={sendingText.limitsTitle}>
      <h2>{sendingText.limitsTitle}</h2>
      <p className={classes['muted']}>
        {sendingText.limitsAdvice} {sendingText.noLimit}
      </p>
      <form
        className={classes['line']}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(limits)
        }}
      >
        {FIELDS.map(({ field, label, min, max }) => (
          <NumberInput
            key={field}
            label={label}
            value={limits[field]}
            min={min}
            max={max}
            allowDecimal={false}
            disabled={!isAdmin}
            w={180}
            onChange={(value) => {
              setLimits((before) => ({ ...before, [field]: Number(value) }))
            }}
          />
        ))}
        {isAdmin && (
          <SaveBar
            dirty={JSON.stringify(limits) !== JSON.stringify(present)}
            saving={save.isPending}
            onDiscard={() => {
              setLimits(present)
            }}
          />
        )}
      </form>
    </section>
  )
}
