/** What is typed to put a person on a board, and what may be wrong with it. */
import { z } from 'zod'
import { normaliseName } from '../../../domain/person/person-name.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { sanitiseText } from '../../../lib/sanitise-text.ts'
import { addCardText } from '../../../ui/text/jobs.ts'

export type CandidateValues = {
  readonly name: string
  readonly phone: string
  readonly email: string
}
export type CandidateFaults = Partial<Readonly<Record<'name' | 'email', string>>>

export const EMPTY_CANDIDATE: CandidateValues = { name: '', phone: '', email: '' }

/** As many characters as the frontend database takes. */
const MAX_NAME_LENGTH = 200

const emailSchema = z.union([z.literal(''), z.email()])

/** The name and e-mail to save, or what to correct; the phone is read apart. */
export function checkCandidate(
  values: CandidateValues,
): Result<Pick<CandidateValues, 'name' | 'email'>, CandidateFaults> {
  const name = normaliseName(sanitiseText(values.name))
  const email = sanitiseText(values.email).trim()
  const faults: { name?: string; email?: string } = {}
  if (name === '') faults.name = addCardText.nameMissing
  else if (name.length > MAX_NAME_LENGTH) faults.name = addCardText.nameTooLong
  if (!emailSchema.safeParse(email).success) faults.email = addCardText.emailWrong
  return Object.keys(faults).length > 0 ? err(faults) : ok({ name, email })
}
