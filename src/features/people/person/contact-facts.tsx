import { Link } from 'react-router'
import type { PersonRecord } from '../../../data/frontend/person-record.ts'
import { paths } from '../../../lib/paths.ts'
import { personText } from '../../../ui/text/people.ts'
import { CopyablePhone } from '../../../ui/words/copyable-phone.tsx'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { PersonPhone } from '../person-phone.tsx'
import classes from './person.module.css'
import { TimeZoneFact } from './time-zone-fact.tsx'

type ContactProps = { readonly record: PersonRecord }

function Active({ record }: ContactProps) {
  const { active } = record.contact
  if (active === null) return null
  if (active.campaignId === null) return <li>{personText.activeElsewhere}</li>
  return (
    <li>
      <Link to={paths.campaign(active.campaignId)}>{personText.activeIn(active.name ?? '')}</Link>
    </li>
  )
}

function LastContact({ record }: ContactProps) {
  const { lastContactedAt, contactCount } = record.contact
  if (lastContactedAt === null) return personText.neverContacted
  return (
    <>
      {personText.lastContacted} <RelativeTime at={lastContactedAt} />
      {` · ${personText.contacts(contactCount)}`}
    </>
  )
}

/** Numbers and addresses, and whether and when the person may be contacted. */
export function ContactFacts({ record }: ContactProps) {
  const { person, phones, contact, otherOffices } = record
  const phoneWords = usePhoneFormat()
  const others = phones.filter((phone) => phone !== person.phone)
  return (
    <section className={classes['section']}>
      <h2>{personText.contact}</h2>
      <ul className={classes['facts']}>
        <li>
          <PersonPhone person={person} />
        </li>
        {others.length > 0 && (
          <li>
            <span className={classes['muted']}>{personText.otherNumbers} </span>
            {others.map((phone) => (
              <CopyablePhone key={phone} phone={phone} />
            ))}
          </li>
        )}
        {person.email !== '' && (
          <li>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </li>
        )}
        <li className={contact.optedOut ? classes['alert'] : undefined}>
          {contact.optedOut ? personText.optedOut : personText.mayContact}
        </li>
        <TimeZoneFact record={record} />
        <Active record={record} />
        {contact.coolDownUntil !== null && (
          <li>
            {personText.coolDown} <RelativeTime at={contact.coolDownUntil} />
          </li>
        )}
        <li className={classes['muted']}>
          <LastContact record={record} />
        </li>
        {contact.suppressions.map((one) => (
          <li key={`${one.phone}${one.at}`} className={classes['muted']}>
            {`${personText.suppressionReasons[one.reason] ?? one.reason} · ${phoneWords(one.phone)} · `}
            <RelativeTime at={one.at} />
            {one.liftedAt !== null && ` · ${personText.lifted}`}
          </li>
        ))}
        {otherOffices && <li className={classes['muted']}>{personText.otherOffices}</li>}
      </ul>
    </section>
  )
}
