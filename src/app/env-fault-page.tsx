import { Button } from '@mantine/core'
import { IconSettingsExclamation } from '@tabler/icons-react'
import { commonText } from '../ui/text/common.ts'
import { envText } from '../ui/text/shell.ts'
import classes from './full-page.module.css'

/** What stands instead of the app when its settings are wrong: each fault by name. */
export function EnvFaultPage({ faults }: { readonly faults: readonly string[] }) {
  return (
    <main className={classes['page']}>
      <title>{envText.title}</title>
      <div className={classes['card']} role="alert">
        <IconSettingsExclamation size={28} stroke={1.5} aria-hidden />
        <h1>{envText.title}</h1>
        <p>{envText.faults}</p>
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
        <p className={classes['muted']}>{envText.advice}</p>
        <Button
          variant="default"
          onClick={() => {
            window.location.reload()
          }}
        >
          {commonText.reload}
        </Button>
      </div>
    </main>
  )
}
