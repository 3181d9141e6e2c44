import { useSuspenseQuery } from '@tanstack/react-query'
import { timelineText } from '../../../../ui/text/campaign-results.ts'
import { RelativeTime } from '../../../../ui/words/relative-time.tsx'
import { campaignTimelineQuery } from '../../queries.ts'
import { Section } from '../facts.tsx'
import classes from '../overview.module.css'
import { timelineReason, timelineWords } from './timeline-words.ts'

/** What was done to the campaign, by whom and why, latest first. */
export function Timeline({ campaignId }: { readonly campaignId: string }) {
  const { data: lines } = useSuspenseQuery(campaignTimelineQuery(campaignId))
  return (
    <Section title={timelineText.title}>
      <ol className={classes['parts']}>
        {lines.map((line) => {
          const reason = timelineReason(line)
          return (
            <li key={`${line.at} ${line.action}`} className={classes['change']}>
              <span>
                <strong>{line.who ?? timelineText.byItself}</strong> {timelineWords(line)}
                {reason !== '' && `: ${reason}`}
              </span>
              <span className={classes['muted']}>
                <RelativeTime at={line.at} />
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
