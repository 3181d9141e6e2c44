import { MIN_PASSWORD_LENGTH } from '../../data/frontend/change-password.ts'
import { passwordText } from '../../ui/text/sign-in.ts'

export type PasswordEntry = {
  readonly current: string
  readonly next: string
  readonly again: string
}

/** What is wrong with an entry, by field; nothing where it can be sent. */
export function passwordFaults({ current, next, again }: PasswordEntry): Partial<PasswordEntry> {
  if (current === '') return { current: passwordText.needsCurrent }
  if ([...next].length < MIN_PASSWORD_LENGTH) {
    return { next: passwordText.tooShort(MIN_PASSWORD_LENGTH) }
  }
  if (next === current) return { next: passwordText.sameAsBefore }
  return next === again ? {} : { again: passwordText.notTheSame }
}
