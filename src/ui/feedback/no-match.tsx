import { IconSearchOff } from '@tabler/icons-react'
import { tableText } from '../text/common.ts'
import { EmptyState } from './empty-state.tsx'

/** What a list shows of which its search and filters leave nothing. */
export function NoMatch() {
  return (
    <EmptyState icon={IconSearchOff} title={tableText.noMatch} advice={tableText.noMatchAdvice} />
  )
}
