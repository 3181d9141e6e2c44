import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { CardChange } from '../../../data/frontend/cards.ts'
import type { Job } from '../../../data/frontend/jobs.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { AFTER_SAVE } from '../../../ui/feedback/unsaved-guard.tsx'
import { addCardText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { FormDrawer } from '../edit/form-drawer.tsx'
import { EMPTY_CANDIDATE } from './candidate-values.ts'
import { PhoneInput } from './phone-input.tsx'
import { useAddCandidate } from './use-add-candidate.ts'

type AnswerProps = {
  readonly answer: CardChange | null
  readonly nameOfColumn: (key: string) => string
  readonly href: string
  readonly onClose: () => void
}

/** What became of the last person: added, or there already. */
function Answer({ answer, nameOfColumn, href, onClose }: AnswerProps) {
  if (answer?.result === 'ok') return <p role="status">{addCardText.added(answer.card.name)}</p>
  if (answer?.result !== 'exists') return null
  const { name, status } = answer.card
  return (
    <Notice
      tone="amber"
      icon={IconUserCheck}
      title={addCardText.exists(name, nameOfColumn(status))}
    >
      {addCardText.existsAdvice}{' '}
      <Link to={href} state={AFTER_SAVE} onClick={onClose}>
        {addCardText.openCard}
      </Link>
    </Notice>
  )
}

type FieldsProps = {
  readonly form: ReturnType<typeof useAddCandidate>
  readonly country: string
  readonly nameInput: RefObject<HTMLInputElement | null>
}

function Fields({ form, country, nameInput }: FieldsProps) {
  const { values, faults, change } = form
  return (
    <>
      <TextInput
        ref={nameInput}
        label={addCardText.name}
        value={values.name}
        error={faults.name}
        withAsterisk
        data-autofocus
        autoComplete="off"
        onChange={(event) => {
          change({ name: event.currentTarget.value })
        }}
      />
      <div>
        <PhoneInput
          value={values.phone}
          read={form.phone}
          country={country}
          insist={form.tried}
          onChange={(phone) => {
            change({ phone })
          }}
        />
      </div>
      <TextInput
        type="email"
        label={addCardText.email}
        value={values.email}
        error={faults.email}
        autoComplete="off"
        onChange={(event) => {
          change({ email: event.currentTarget.value })
        }}
      />
    </>
  )
}

type AddCandidateDrawerProps = {
  readonly job: Job
  readonly hrefOf: (candidateId: string) => string
  readonly onClose: () => void
}

/** Puts a person on the board by hand. Who is there already is found by phone. */
export function AddCandidateDrawer({ job, hrefOf, onClose }: AddCandidateDrawerProps) {
  const { offices } = useViewer()
  const country = offices.find(({ id }) => id === job.officeId)?.defaultCountry ?? 'GB'
  const { data: columns } = useSuspenseQuery(columnsQuery(job.id))
  const [column, setColumn] = useState(columns[0]?.key ?? '')
  const [another, setAnother] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)
  const form = useAddCandidate({
    jobId: job.id,
    column,
    country,
    onAdded: () => {
      if (another) nameInput.current?.focus()
      else onClose()
    },
  })
  const { answer } = form
  return (
    <FormDrawer
      title={addCardText.title}
      submitLabel={addCardText.add}
      dirty={form.values !== EMPTY_CANDIDATE}
      saving={form.saving}
      onSubmit={() => void form.submit()}
      onClose={onClose}
    >
      <Stack gap="md">
        <Answer
          answer={answer}
          nameOfColumn={(key) => columns.find((each) => each.key === key)?.name ?? key}
          href={answer === null ? '' : hrefOf(answer.card.id)}
          onClose={onClose}
        />
        <Fields form={form} country={country} nameInput={nameInput} />
        <Select
          label={addCardText.column}
          data={columns.map(({ key, name }) => ({ value: key, label: name }))}
          value={column}
          allowDeselect={false}
          onChange={(key) => {
            if (key !== null) setColumn(key)
          }}
        />
        <Checkbox
          label={addCardText.another}
          checked={another}
          onChange={(event) => {
            setAnother(event.currentTarget.checked)
          }}
        />
      </Stack>
    </FormDrawer>
  )
}
