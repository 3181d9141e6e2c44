import type { IssueStory } from '../../data/frontend/sync-issues.ts'
import { syncText } from '../../ui/text/sync.ts'
import { CopyablePhone } from '../../ui/words/copyable-phone.tsx'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './sync.module.css'

/** Whose number it is, in which campaign, and the last words: enough to know them by. */
export function IssueStoryLine({ story }: { readonly story: IssueStory }) {
  const { phone, campaign, words, at, inbound } = story
  return (
    <>
      <span className={classes['story']}>
        {phone !== null && <CopyablePhone phone={phone} />}
        {campaign !== null && <span>{campaign}</span>}
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
