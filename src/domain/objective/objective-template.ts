import { sanitiseText } from '../../lib/sanitise-text.ts'

/** What kind of value an agent brings back for an objective. */
export const OBJECTIVE_TYPES = ['boolean', 'number', 'string'] as const

export type ObjectiveType = (typeof OBJECTIVE_TYPES)[number]

/** One objective as the launch webhook carries it. */
export type Objective = { readonly type: ObjectiveType; readonly description: string }

/** A campaign's objectives by key. */
export type ObjectiveTemplate = Readonly<Record<string, Objective>>

function isType(value: unknown): value is ObjectiveType {
  return OBJECTIVE_TYPES.some((type) => type === value)
}

/** The type an object of the backend gives for itself, or null. */
export function ownType(value: object): ObjectiveType | null {
  return 'type' in value && isType(value.type) ? value.type : null
}

/**
 * Reads `objectives_template` of the backend. Entries that name no type we know are left out:
 * their values are then read by what they look like. Anything else than an object is no template.
 */
export function parseObjectiveTemplate(raw: unknown): ObjectiveTemplate {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return {}
  const entries = Object.entries(raw).flatMap(([key, value]: [string, unknown]) => {
    const type = value === null || typeof value !== 'object' ? null : ownType(value)
    if (type === null || value === null || typeof value !== 'object') return []
    const description =
      'description' in value && typeof value.description === 'string' ? value.description : ''
    return [[sanitiseText(key), { type, description: sanitiseText(description) }] as const]
  })
  return Object.fromEntries(entries)
}
