import { Button, Group } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import { optOutText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import classes from '../settings.module.css'
import { AddOptOut } from './add-opt-out.tsx'
import { CheckNumber } from './check-number.tsx'
import { OptOutList } from './opt-out-list.tsx'

/** Numbers that nobody contacts: the list for admins, one number at a time for others. */
export function OptOutsPart() {
  const { isAdmin, canWrite } = useViewer()
  const [adds, setAdds] = useState(false)
  return (
    <>
      <div className={classes['head']}>
        <div>
          <h2>{optOutText.title}</h2>
          <p className={classes['muted']}>{optOutText.advice}</p>
        </div>
        {canWrite && (
          <Group>
            <Button
              leftSection={<IconPhoneOff size={16} aria-hidden />}
              onClick={() => {
                setAdds(true)
              }}
            >
              {optOutText.add}
            </Button>
          </Group>
        )}
      </div>
      {isAdmin ? <OptOutList /> : <CheckNumber />}
      {adds && (
        <AddOptOut
          onClose={() => {
            setAdds(false)
          }}
        />
      )}
    </>
  )
}
