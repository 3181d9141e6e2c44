import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { PersonRecord } from '../../../data/frontend/person-record.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { mergeText, peopleText, personText } from '../../../ui/text/people.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { PairCard } from '../duplicates/pair-card.tsx'
import { duplicatesQuery, personQuery, useErasePerson, useUndoMerge } from '../queries.ts'
import { ContactFacts } from './contact-facts.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Cards, History, Members, Notes, Recipients } from './involvements.tsx'
import classes from './person.module.css'
import { Section } from './section.tsx'

function EraseButton({ record }: { readonly record: PersonRecord }) {
  const erase = useErasePerson()
  const navigate = useNavigate()
  const { person } = record
  return (
    <ConfirmButton
      label={personText.erase}
      title={personText.eraseTitle(person.name || peopleText.noName)}
      danger
      onConfirm={async () => {
        await erase.mutateAsync(person.id)
        await navigate(paths.people())
      }}
    >
      {personText.eraseBody}
    </ConfirmButton>
  )
}

/** Whom this person was made of, each with the way back. */
function Merges({ record: { merges } }: { readonly record: PersonRecord }) {
  const undo = useUndoMerge()
  const phoneWords = usePhoneFormat()
  const { canWrite } = useViewer()
  if (merges.length === 0) return null
  return (
    <Section title={personText.merges} count={merges.length} none="">
      {merges.map((merge) => (
        <li key={merge.id}>
          <span>
            {personText.mergedFrom(
              merge.phone === null ? peopleText.noPhone : phoneWords(merge.phone),
              merge.cards,
              merge.members,
              merge.recipients,
            )}
          </span>
          <div className={classes['row']}>
            <span className={classes['muted']}>
              {merge.by} <RelativeTime at={merge.at} />
            </span>
            {canWrite && (
              <Button
                size="xs"
                variant="default"
                loading={undo.isPending}
                onClick={() => {
                  undo.mutate(merge.id)
                }}
              >
                {mergeText.undo}
              </Button>
            )}
          </div>
        </li>
      ))}
    </Section>
  )
}

/** So many pairs stand above what is known of a person; the others wait for a press. */
const FIRST_PAIRS = 2

/** Who may be the same person; a page without them still stands. */
function Suggestions({ personId }: { readonly personId: string }) {
  const { data } = useQuery({ ...duplicatesQuery({ personId }), throwOnError: false })
  const [all, setAll] = useState(false)
  if (data === undefined || data.total === 0) return null
  const shown = all ? data.items : data.items.slice(0, FIRST_PAIRS)
  const more = data.items.length - shown.length
  return (
    <section className={classes['suggestions']} aria-label={mergeText.maybe}>
      <h2>{mergeText.maybe}</h2>
      {shown.map((pair) => (
        <PairCard key={pair.people.map(({ id }) => id).join()} pair={pair} />
      ))}
      {more > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setAll(true)
          }}
        >
          {mergeText.showMore(more)}
        </Button>
      )}
    </section>
  )
}

/** One person with everything across jobs, pools and campaigns that the viewer's offices have. */
export function PersonPage() {
  const { personId = '' } = useParams()
  const { data: record } = useSuspenseQuery(personQuery(personId))
  const { canWrite, isAdmin } = useViewer()
  if ('mergedInto' in record) return <Navigate to={paths.person(record.mergedInto)} replace />
  const { person } = record
  return (
    <Page
      header={
        <PageHeader
          title={person.name || peopleText.noName}
          back={{ label: personText.people, href: paths.people() }}
          detail={peopleText.on(person.cards, person.pools, person.campaigns)}
          secondary={
            canWrite && (
              <>
                {isAdmin && <EraseButton record={record} />}
                <ExportMenu person={person} />
              </>
            )
          }
        />
      }
    >
      <Suggestions personId={personId} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Recipients record={record} />
          <Cards record={record} />
          <Members record={record} />
          <Notes record={record} />
        </div>
        <div className={classes['column']}>
          <ContactFacts record={record} />
          <Merges record={record} />
          <History record={record} />
        </div>
      </div>
    </Page>
  )
}
