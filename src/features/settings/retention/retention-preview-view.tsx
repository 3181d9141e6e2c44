import { Link } from 'react-router'
import type { RetentionPreview } from '../../../data/frontend/retention.ts'
import { paths } from '../../../lib/paths.ts'
import { retentionText } from '../../../ui/text/settings.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from '../settings.module.css'

/** What would go now, in numbers and with the first of it by name. */
export function RetentionPreviewView({ preview }: { readonly preview: RetentionPreview }) {
  const { conversations, people } = preview
  const phoneWords = usePhoneFormat()
  return (
    <section aria-label={retentionText.wouldGo}>
      <h2>{retentionText.wouldGo}</h2>
      {conversations.count + people.count === 0 && <p>{retentionText.nothing}</p>}
      {conversations.count > 0 && (
        <>
          <p>
            <strong>{retentionText.conversations(conversations.count)}</strong>{' '}
            {retentionText.withThem(conversations.messages, conversations.calls)}
          </p>
          <ul className={classes['plain']}>
            {conversations.examples.map(({ campaignId, name, finishedAt, count }) => (
              <li key={campaignId}>
                <Link to={paths.campaign(campaignId)}>{name}</Link>
                <span>
                  {retentionText.conversations(count)}, {retentionText.ended}{' '}
                  <RelativeTime at={finishedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.count > 0 && (
        <>
          <p>
            <strong>{retentionText.people(people.count)}</strong>
          </p>
          <ul className={classes['plain']}>
            {people.examples.map(({ personId, name, phone, lastActiveAt }) => (
              <li key={personId}>
                <Link to={paths.person(personId)}>{name || phoneWords(phone ?? '')}</Link>
                <span>
                  {retentionText.lastActive} <RelativeTime at={lastActiveAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
