import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { addCard, type CardChange, type NewCard } from '../../../data/frontend/cards.ts'
import type { Job } from '../../../data/frontend/jobs.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { AFTER_SAVE } from '../../../ui/feedback/unsaved-guard.tsx'
import { addCardText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { refreshCards } from '../board/board-cache.ts'
import { FormDrawer } from '../edit/form-drawer.tsx'
import { checkCandidate, type CandidateFaults, EMPTY_CANDIDATE } from './candidate-values.ts'
import { PhoneInput } from './phone-input.tsx'
import { readPhone, useReadPhone } from './use-read-phone.ts'

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
  const client = useQueryClient()
  const [values, setValues] = useState(EMPTY_CANDIDATE)
  const [column, setColumn] = useState(columns[0]?.key ?? '')
  const [faults, setFaults] = useState<CandidateFaults>({})
  const [tried, setTried] = useState(false)
  const [another, setAnother] = useState(false)
  const [answer, setAnswer] = useState<CardChange | null>(null)
  // The id stays over retries, so that pressing the button again makes no second card.
  const [id, setId] = useState(() => crypto.randomUUID())
  const nameInput = useRef<HTMLInputElement>(null)
  const phone = useReadPhone(values.phone, country)

  const add = useMutation({
    mutationFn: (card: NewCard) => addCard(frontend(), card),
    onSuccess: (change) => {
      setAnswer(change)
      void refreshCards(client, job.id, [change.card.id])
      if (change.result === 'exists') return
      if (!another) {
        onClose()
        return
      }
      setId(crypto.randomUUID())
      setValues(EMPTY_CANDIDATE)
      setTried(false)
      nameInput.current?.focus()
    },
    meta: { failed: addCardText.notAdded },
  })

  async function submit(): Promise<void> {
    setTried(true)
    const read = values.phone.trim() === '' ? null : await readPhone(values.phone, country)
    const checked = checkCandidate(values)
    setFaults(checked.ok ? {} : checked.error)
    if (!checked.ok || read?.ok === false || add.isPending) return
    setAnswer(null)
    add.mutate({
      id,
      jobId: job.id,
      status: column,
      name: checked.value.name,
      email: checked.value.email,
      phone: read === null ? null : read.value,
    })
  }

  const change = (patch: Partial<typeof values>): void => {
    setValues((before) => ({ ...before, ...patch }))
    setFaults({})
  }
  const nameOfColumn = (key: string) => columns.find((each) => each.key === key)?.name ?? key

  return (
    <FormDrawer
      title={addCardText.title}
      submitLabel={addCardText.add}
      dirty={values !== EMPTY_CANDIDATE}
      saving={add.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Stack gap="md">
        {answer?.result === 'exists' && (
          <Notice
            tone="amber"
            icon={IconUserCheck}
            title={addCardText.exists(answer.card.name, nameOfColumn(answer.card.status))}
          >
            {addCardText.existsAdvice}{' '}
            <Link to={hrefOf(answer.card.id)} state={AFTER_SAVE} onClick={onClose}>
              {addCardText.openCard}
            </Link>
          </Notice>
        )}
        {answer?.result === 'ok' && <p role="status">{addCardText.added(answer.card.name)}</p>}
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
            read={phone}
            country={country}
            insist={tried}
            onChange={(text) => {
              change({ phone: text })
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
