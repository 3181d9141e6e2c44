import { Badge } from '@mantine/core'
import { Link } from 'react-router'
import type { PersonRecord } from '../../../data/frontend/person-record.ts'
import { paths } from '../../../lib/paths.ts'
import { StatusBadge } from '../../../ui/status/status-badge.tsx'
import { personText } from '../../../ui/text/people.ts'
import { NotePlace } from '../../../ui/words/note-place.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './person.module.css'
import { Section } from './section.tsx'

type PartProps = { readonly record: PersonRecord }

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return tags.map((tag) => (
    <Badge key={tag} size="sm" variant="default">
      {tag}
    </Badge>
  ))
}

/** The boards a person is on; each opens the card. */
export function Cards({ record: { cards } }: PartProps) {
  return (
    <Section title={personText.jobs} count={cards.length} none={personText.none.jobs}>
      {cards.map((card) => (
        <li key={card.id}>
          <div className={classes['row']}>
            <span className={classes['words']}>
              <Link to={paths.candidate(card.jobId, card.id)}>{card.jobTitle}</Link>
              <StatusBadge
                status={card.status}
                custom={card.columnName === null ? undefined : { label: card.columnName }}
              />
              <Tags tags={card.tags} />
            </span>
            <RelativeTime at={card.changedAt} />
          </div>
          {card.suggested !== null && (
            <span className={classes['words']}>
              {personText.suggested} <StatusBadge status={card.suggested} />
            </span>
          )}
        </li>
      ))}
    </Section>
  )
}

/** The pools a person is in, with what each says of them. */
export function Members({ record: { members } }: PartProps) {
  return (
    <Section title={personText.pools} count={members.length} none={personText.none.pools}>
      {members.map((member) => {
        const { fileName, name, email, trade, location, postcode } = member
        const file = fileName === null || fileName === '' ? '' : personText.fromFile(fileName)
        return (
          <li key={member.id}>
            <div className={classes['row']}>
              <span className={classes['words']}>
                <Link to={paths.dataset(member.datasetId)}>{member.datasetName}</Link>
                <Tags tags={member.tags} />
              </span>
              <RelativeTime at={member.addedAt} />
            </div>
            <span className={classes['muted']}>
              {[name, email, trade, location, postcode, file].filter(Boolean).join(' · ')}
            </span>
            {member.notes !== '' && <span className={classes['body']}>{member.notes}</span>}
          </li>
        )
      })}
    </Section>
  )
}

/** The campaigns a person is in, a line each; a line opens its conversation. */
export function Recipients({ record: { recipients } }: PartProps) {
  return (
    <Section
      title={personText.campaigns}
      count={recipients.length}
      none={personText.none.campaigns}
    >
      {recipients.map((recipient) => (
        <li key={recipient.id}>
          <div className={classes['row']}>
            <span className={classes['words']}>
              <Link to={paths.campaignRecipient(recipient.campaignId, recipient.id)}>
                {recipient.campaignName}
              </Link>
              <StatusBadge status={recipient.status} />
              <span className={classes['muted']}>
                {personText.traffic(recipient.messages, recipient.calls)}
              </span>
            </span>
            <RelativeTime at={recipient.lastAt} />
          </div>
          {recipient.lastMessage !== null && (
            <span className={classes['last']}>{recipient.lastMessage}</span>
          )}
        </li>
      ))}
    </Section>
  )
}

/** All notes on a person, wherever they were written. */
export function Notes({ record: { notes } }: PartProps) {
  return (
    <Section title={personText.notes} count={notes.length} none={personText.none.notes}>
      {notes.map((note) => (
        <li key={note.id}>
          <span className={classes['body']}>{note.text}</span>
          <div className={classes['row']}>
            <span className={classes['muted']}>
              {note.authorName}, <NotePlace on={note.on} about={note.about} />
            </span>
            <RelativeTime at={note.actionAt} />
          </div>
        </li>
      ))}
    </Section>
  )
}

/** Every change of a status, newest first. */
export function History({ record: { events } }: PartProps) {
  return (
    <Section title={personText.history} count={events.length} none={personText.none.history}>
      {events.map((event) => (
        <li key={event.id}>
          <div className={classes['row']}>
            <span className={classes['words']}>
              <StatusBadge status={event.to} />
              <span className={classes['muted']}>
                {event.about} · {event.actor ?? personText.by[event.setBy]}
              </span>
            </span>
            <RelativeTime at={event.at} />
          </div>
        </li>
      ))}
    </Section>
  )
}
