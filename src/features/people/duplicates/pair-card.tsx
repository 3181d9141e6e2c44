import { Badge, Button, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Person } from '../../../data/frontend/people.ts'
import type { DuplicatePair } from '../../../data/frontend/person-merges.ts'
import { paths } from '../../../lib/paths.ts'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { mergeText, peopleText } from '../../../ui/text/people.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { PersonPhone } from '../person-phone.tsx'
import { useMarkDistinct, useMergePeople, useUndoMerge } from '../queries.ts'
import classes from './pair.module.css'

const rowsOf = ({ cards, pools, campaigns }: Person) => cards + pools + campaigns

/** Of two, who has a number, then who has more: the one to keep unless a person says otherwise. */
function mainOf([one, other]: DuplicatePair['people']): Person {
  if ((one.phone === null) !== (other.phone === null)) return one.phone === null ? other : one
  return rowsOf(other) > rowsOf(one) ? other : one
}

/** Two people who may be one: what they share, and what to do about it. */
export function PairCard({ pair }: { readonly pair: DuplicatePair }) {
  const { canWrite } = useViewer()
  const [mergeId] = useState(() => crypto.randomUUID())
  const [keepId, setKeepId] = useState(() => mainOf(pair.people).id)
  const [asked, setAsked] = useState(false)
  const merge = useMergePeople()
  const undo = useUndoMerge()
  const distinct = useMarkDistinct()
  const [one, other] = pair.people
  const [keep, gone] = keepId === one.id ? [one, other] : [other, one]
  const phoneWords = usePhoneFormat()
  const nameOf = (person: Person) =>
    person.name || phoneWords(person.phone ?? '') || peopleText.noName
  // Two of one name are told apart by their numbers.
  const same = nameOf(one) === nameOf(other)
  const whoOf = (person: Person) =>
    same && person.phone !== null
      ? `${nameOf(person)} (${phoneWords(person.phone)})`
      : nameOf(person)

  function sayDistinct(): void {
    const ids = { oneId: one.id, otherId: other.id }
    distinct.mutate(
      { ...ids, distinct: true },
      {
        onSuccess: () => {
          offerUndo({
            message: mergeText.distinctDone,
            undo: async () => {
              await distinct.mutateAsync({ ...ids, distinct: false })
            },
          })
        },
      },
    )
  }

  return (
    <article className={classes['pair']}>
      <Group gap="xs">
        {pair.reasons.map(({ reason, detail }) => (
          <Badge key={reason} color="amber" variant="light" title={detail ?? undefined}>
            {mergeText.reasons[reason]}
          </Badge>
        ))}
      </Group>
      <div className={classes['people']}>
        {pair.people.map((person) => (
          <div key={person.id} className={classes['person']}>
            <Link to={paths.person(person.id)}>{nameOf(person)}</Link>
            <PersonPhone person={person} />
            {person.email !== '' && <span>{person.email}</span>}
            <span className={classes['muted']}>
              {peopleText.on(person.cards, person.pools, person.campaigns)}
            </span>
            {canWrite && (
              <Radio
                size="xs"
                label={mergeText.keep}
                checked={keepId === person.id}
                onChange={() => {
                  setKeepId(person.id)
                }}
              />
            )}
          </div>
        ))}
      </div>
      {canWrite && (
        <Group gap="sm">
          <Button
            size="xs"
            onClick={() => {
              setAsked(true)
            }}
          >
            {mergeText.merge}
          </Button>
          <Button size="xs" variant="default" loading={distinct.isPending} onClick={sayDistinct}>
            {mergeText.distinct}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asked}
        title={mergeText.mergeTitle}
        confirmLabel={mergeText.merge}
        onConfirm={async () => {
          await merge.mutateAsync({ mergeId, keepId: keep.id, goneId: gone.id })
          offerUndo({ message: mergeText.merged, undo: () => undo.mutateAsync(mergeId) })
        }}
        onClose={() => {
          setAsked(false)
        }}
      >
        {mergeText.mergeBody(whoOf(keep), whoOf(gone))}
      </ConfirmDialog>
    </article>
  )
}
