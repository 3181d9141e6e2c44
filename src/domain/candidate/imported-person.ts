import type { ParsedPhone } from '../phone/parse-phone.ts'

/** A person as one row of a file describes them: checked, storable, ready for a pool or a board. */
export type ImportedPerson = {
  readonly forename: string
  readonly surname: string
  /** Both, as shown; never empty. */
  readonly name: string
  readonly phone: ParsedPhone
  readonly email: string
  readonly postcode: string
  readonly location: string
  readonly trade: string
  /** Null where the file doesn't say. */
  readonly blueCard: boolean | null
  readonly greenCard: boolean | null
  readonly tags: readonly string[]
  readonly notes: string
}
