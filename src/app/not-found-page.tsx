import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from 'react-router'
import { paths } from '../lib/paths.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { commonText } from '../ui/text/common.ts'
import { shellText } from '../ui/text/shell.ts'

/** What an address without a page shows. */
export function NotFoundPage() {
  return (
    <>
      <title>{`${shellText.notFoundTitle} · ${commonText.appName}`}</title>
      <EmptyState
        level={1}
        icon={IconMapQuestion}
        title={shellText.notFoundTitle}
        advice={shellText.notFoundAdvice}
        action={
          <Button component={Link} to={paths.home()} variant="default">
            {shellText.toStart}
          </Button>
        }
      />
    </>
  )
}
