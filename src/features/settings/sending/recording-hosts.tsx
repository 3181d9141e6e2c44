import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { allowRecordingHost, removeRecordingHost } from '../../../data/frontend/agency-settings.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { sendingText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import classes from '../settings.module.css'
import { useSaveSetting } from '../use-save-setting.ts'

/** The hosts that call recordings are played from. */
export function RecordingHosts({ hosts }: { readonly hosts: readonly string[] }) {
  const { isAdmin } = useViewer()
  const [host, setHost] = useState('')
  const allow = useSaveSetting((value: string) => allowRecordingHost(frontend(), value))
  const remove = useSaveSetting((value: string) => removeRecordingHost(frontend(), value))
  return (
    <section className={classes['section']} aria-label={sendingText.hostsTitle}>
      <h2>{sendingText.hostsTitle}</h2>
      <p className={classes['muted']}>{sendingText.hostsAdvice}</p>
      {hosts.length === 0 && <p>{sendingText.noHosts}</p>}
      <ul className={classes['plain']}>
        {hosts.map((each) => (
          <li key={each}>
            {each}
            {isAdmin && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={sendingText.removeHost(each)}
                loading={remove.isPending}
                onClick={() => {
                  remove.mutate(each)
                }}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {isAdmin && (
        <form
          className={classes['line']}
          onSubmit={(event) => {
            event.preventDefault()
            const name = host.trim().toLowerCase()
            if (name === '') return
            allow.mutate(name, {
              onSuccess: () => {
                setHost('')
              },
            })
          }}
        >
          <TextInput
            label={sendingText.host}
            placeholder={sendingText.hostPlaceholder}
            value={host}
            autoComplete="off"
            onChange={(event) => {
              setHost(event.currentTarget.value)
            }}
          />
          <Button type="submit" variant="default" loading={allow.isPending}>
            {sendingText.addHost}
          </Button>
        </form>
      )}
    </section>
  )
}
