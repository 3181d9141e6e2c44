import { Badge } from '@mantine/core'
import type { FoundPerson } from '../../../data/frontend/people.ts'
import { cutSnippet } from '../../../domain/person/cut-snippet.ts'
import type { Column } from '../../../ui/table/column.ts'
import { peopleText } from '../../../ui/text/people.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { PersonPhone } from '../person-phone.tsx'
import classes from './people.module.css'

/** What was said that the search was answered by, with the words marked. */
function Said({ person, query }: { readonly person: FoundPerson; readonly query: string }) {
  const { match } = person
  if (match?.text === undefined) return null
  const how = match.kind === 'transcript' ? peopleText.onThePhone : peopleText.said
  return (
    <div className={classes['said']}>
      {how}
      {': '}
      {cutSnippet(match.text, query, 40).map(({ text, found }, index) =>
        // Parts of one text have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        found ? <mark key={index}>{text}</mark> : text,
      )}
    </div>
  )
}

/** The columns of the list of people; `query` marks what was found in conversations. */
export function peopleColumns(query: string): readonly Column<FoundPerson>[] {
  return [
    {
      key: 'name',
      title: peopleText.name,
      cell: (person) => person.name || peopleText.noName,
    },
    {
      key: 'phone',
      title: peopleText.phone,
      width: '212px',
      cell: (person) => <PersonPhone person={person} />,
    },
    {
      key: 'found',
      title: peopleText.place,
      width: '34%',
      wideOnly: true,
      cell: (person) =>
        person.match?.text === undefined ? (
          peopleText.on(person.cards, person.pools, person.campaigns)
        ) : (
          <Said person={person} query={query} />
        ),
    },
    {
      key: 'tags',
      title: peopleText.tags,
      width: '18%',
      wideOnly: true,
      cell: ({ tags, optedOut }) => (
        <span className={classes['tags']}>
          {optedOut && (
            <Badge size="sm" color="red" variant="light">
              {peopleText.optedOut}
            </Badge>
          )}
          {tags.map((tag) => (
            <Badge key={tag} size="sm" variant="default">
              {tag}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'last',
      title: peopleText.last,
      width: '128px',
      align: 'end',
      wideOnly: true,
      cell: ({ lastAt }) => lastAt !== null && <RelativeTime at={lastAt} />,
    },
  ]
}
