import { CopyButton, Button, Group } from '@mantine/core'
import { commonText } from '../../../ui/text/common.ts'
import { accountText } from '../../../ui/text/settings.ts'
import classes from '../settings.module.css'

/** A password that is shown once, to be copied; null where the account kept its own. */
export function ShownPassword({ password }: { readonly password: string | null }) {
  if (password === null) return <p role="status">{accountText.keepsPassword}</p>
  return (
    <div role="status">
      <p>{accountText.passwordAdvice}</p>
      <Group gap="sm">
        <code className={classes['password']} aria-label={accountText.password}>
          {password}
        </code>
        <CopyButton value={password}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? commonText.copied : commonText.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  )
}
