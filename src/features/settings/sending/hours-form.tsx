import { Button, Chip, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AgencyHours, saveCallingHours } from '../../../data/frontend/agency-settings.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { sendingText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { SaveBar } from '../save-bar.tsx'
import classes from '../settings.module.css'
import { useSaveSetting } from '../use-save-setting.ts'

/** Those of an agency that set none; the database has the same. */
const USUAL: AgencyHours = { days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '20:00' }

/** The hours of campaigns that have none of their own. */
export function HoursForm({ present }: { readonly present: AgencyHours | null }) {
  const { isAdmin } = useViewer()
  const [hours, setHours] = useState(present)
  const save = useSaveSetting((value: AgencyHours) => saveCallingHours(frontend(), value))
  const change = (patch: Partial<AgencyHours>) => {
    setHours((before) => ({ ...(before ?? USUAL), ...patch }))
  }
  return (
    <section className={classes['section']} aria-label={sendingText.hoursTitle}>
      <h2>{sendingText.hoursTitle}</h2>
      <p className={classes['muted']}>{sendingText.hoursAdvice}</p>
      {hours === null ? (
        <>
          <p>{sendingText.hoursUsual}</p>
          {isAdmin && (
            <Button
              variant="default"
              onClick={() => {
                setHours(USUAL)
              }}
            >
              {sendingText.setHours}
            </Button>
          )}
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate(hours)
          }}
        >
          <Chip.Group
            multiple
            value={hours.days.map(String)}
            onChange={(chosen) => {
              const days = chosen.map(Number).toSorted((one, other) => one - other)
              if (days.length > 0) change({ days })
            }}
          >
            <Group gap="xs" mb="sm" role="group" aria-label={sendingText.onDays}>
              {sendingText.days.map((name, index) => (
                <Chip key={name} value={String(index + 1)} size="sm" disabled={!isAdmin}>
                  {name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <div className={classes['line']}>
            {(['from', 'to'] as const).map((field) => (
              <TextInput
                key={field}
                type="time"
                label={sendingText[field]}
                value={hours[field] === '24:00' ? '00:00' : hours[field]}
                disabled={!isAdmin}
                onChange={(event) => {
                  if (event.currentTarget.value !== '') {
                    change({ [field]: event.currentTarget.value })
                  }
                }}
              />
            ))}
            {isAdmin && (
              <SaveBar
                dirty={JSON.stringify(hours) !== JSON.stringify(present)}
                saving={save.isPending}
                onDiscard={() => {
                  setHours(present)
                }}
              />
            )}
          </div>
        </form>
      )}
    </section>
  )
}
