/** Objectives as people read them. */
import { objectiveText } from '../../ui/text/conversations.ts'

/** Cards, licences and papers that are known by their letters. */
const INITIALS = /\b(cscs|ecs|cpcs|npors|nvq|hgv|lgv|dbs|cv|id)\b/g

/** `matrix_cscs_card` as "CSCS card". */
export function objectiveName(key: string): string {
  const words = key
    .replace(/^matrix_/, '')
    .replaceAll('_', ' ')
    .replaceAll(INITIALS, (letters) => letters.toUpperCase())
    .trim()
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1)
}

/** A value of any type in words. */
export function objectiveValue(value: unknown): string {
  if (value === true) return objectiveText.yes
  if (value === false) return objectiveText.no
  if (typeof value === 'string') return value
  return JSON.stringify(value) ?? ''
}
