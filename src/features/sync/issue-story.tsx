import type { IssueStory } from '../../data/frontend/sync-issues.ts'
import { isE164 } from '../../domain/phone/e164.ts'
import { formatPhone } from '../../domain/phone/format-phone.ts'
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
        {phone !== null && isE164(phone) && (
          <CopyablePhone phone={phone} shown={formatPhone(phone)} />
        )}
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
