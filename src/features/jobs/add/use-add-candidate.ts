import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { addCard, type CardChange, type NewCard } from '../../../data/frontend/cards.ts'
import { addCardText } from '../../../ui/text/jobs.ts'
import { refreshCards } from '../board/board-cache.ts'
import {
  checkCandidate,
  type CandidateFaults,
  type CandidateValues,
  EMPTY_CANDIDATE,
} from './candidate-values.ts'
import { readPhone, useReadPhone } from './use-read-phone.ts'

type AddCandidateOptions = {
  readonly jobId: string
  /** The key of the column that the person goes to. */
  readonly column: string
  /** Where numbers without a country code belong, in two letters. */
  readonly country: string
  /** Told once the person is on the board. */
  readonly onAdded: () => void
}

/** What is typed about a person, what is wrong with it, and putting them on the board. */
export function useAddCandidate({ jobId, column, country, onAdded }: AddCandidateOptions) {
  const client = useQueryClient()
  const [values, setValues] = useState(EMPTY_CANDIDATE)
  const [faults, setFaults] = useState<CandidateFaults>({})
  const [tried, setTried] = useState(false)
  const [answer, setAnswer] = useState<CardChange | null>(null)
  // The id stays over retries, so that pressing the button again makes no second card.
  const [id, setId] = useState(() => crypto.randomUUID())
  const phone = useReadPhone(values.phone, country)

  const add = useMutation({
    mutationFn: (card: NewCard) => addCard(frontend(), card),
    onSuccess: (change) => {
      setAnswer(change)
      void refreshCards(client, jobId, [change.card.id])
      if (change.result === 'exists') return
      setId(crypto.randomUUID())
      setValues(EMPTY_CANDIDATE)
      setTried(false)
      onAdded()
    },
    meta: { failed: addCardText.notAdded },
  })

  return {
    values,
    faults,
    /** What the number typed is read as; null while nothing is known. */
    phone,
    /** True once saving was tried. */
    tried,
    /** What became of the last person that was sent. */
    answer,
    saving: add.isPending,
    change: (patch: Partial<CandidateValues>): void => {
      setValues((before) => ({ ...before, ...patch }))
      setFaults({})
    },
    submit: async (): Promise<void> => {
      setTried(true)
      const read = values.phone.trim() === '' ? null : await readPhone(values.phone, country)
      const checked = checkCandidate(values)
      setFaults(checked.ok ? {} : checked.error)
      if (!checked.ok || read?.ok === false || add.isPending) return
      setAnswer(null)
      const person = { ...checked.value, phone: read === null ? null : read.value }
      add.mutate({ id, jobId, status: column, ...person })
    },
  }
}
