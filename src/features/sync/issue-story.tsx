import { Link } from 'react-router'
import type { IssueStory } from '../../data/frontend/sync-issues.ts'
import { paths } from '../../lib/paths.ts'
import { syncText } from '../../ui/text/sync.ts'
import { CopyablePhone } from '../../ui/words/copyable-phone.tsx'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './sync.module.css'

type IssueStoryLineProps = {
  readonly story: IssueStory
  /** Whose conversation it is; null where nobody is known. */
  readonly recipientId: string | null
}

/** Whose number it is, in which campaign, and the last words: enough to know them by. */
export function IssueStoryLine({ story, recipientId }: IssueStoryLineProps) {
  const { phone, campaign, words, at, inbound } = story
  return (
    <>
      <span className={classes['story']}>
        {phone !== null && <CopyablePhone phone={phone} />}
        {campaign !== null && <span>{campaign}</span>}
        {recipientId !== null && (
          <Link to={paths.conversation(recipientId)}>{syncText.openConversation}</Link>
        )}
      </span>
      {words !== null && words !== '' && (
        <span className={classes['words']}>
          {inbound === true ? syncText.theyWrote : syncText.agentWrote}: {words}{' '}
          {at !== null && <RelativeTime at={at} />}
        </span>
      )}
    </>
  )
}
