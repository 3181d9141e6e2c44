import { sanitiseText } from '../../lib/sanitise-text.ts'
import type { Channel } from '../campaign/channel.ts'
import type { Objective, ObjectiveTemplate, ObjectiveType } from './objective-template.ts'

/** What recruiters choose for a target. */
export const GOAL_TYPES = ['text', 'number', 'boolean'] as const

export type GoalType = (typeof GOAL_TYPES)[number]

/** Something to find out. */
export type Target = {
  /** Made by `objectiveKey` and `uniqueKeys` when the target was saved. */
  readonly objectiveKey: string
  readonly name: string
  readonly goalType: GoalType
  readonly description: string
}

/** A question or script block, worded for each channel. */
export type Matrix = {
  /** Made by `matrixKey` and `uniqueKeys` when the matrix was saved. */
  readonly objectiveKey: string
  readonly name: string
  readonly whatsappMessage: string
  readonly callScript: string
}

const TYPE_OF_GOAL: Readonly<Record<GoalType, ObjectiveType>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
}

function fromTarget(target: Target): Objective {
  const description = sanitiseText(target.description).trim() || sanitiseText(target.name).trim()
  return { type: TYPE_OF_GOAL[target.goalType], description }
}

function fromMatrix(matrix: Matrix, channels: readonly Channel[]): Objective {
  const texts = [
    { channel: 'whatsapp', label: 'WhatsApp', text: matrix.whatsappMessage },
    { channel: 'call', label: 'Call', text: matrix.callScript },
  ] as const
  const lines = texts
    .filter(({ channel }) => channels.includes(channel))
    .map(({ label, text }) => ({ label, text: sanitiseText(text).trim() }))
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `${label}: ${text}`)
  return { type: 'string', description: lines.join('\n') || sanitiseText(matrix.name).trim() }
}

/**
 * The objectives of a launch, targets first, in the given order. The chosen channels decide
 * which texts of a matrix are sent; the agent decides how to contact. A target or matrix
 * without words for the agent is described by its name.
 */
export function buildObjectives(
  targets: readonly Target[],
  matrices: readonly Matrix[],
  channels: readonly Channel[],
): ObjectiveTemplate {
  return Object.fromEntries([
    ...targets.map((target) => [target.objectiveKey, fromTarget(target)] as const),
    ...matrices.map((matrix) => [matrix.objectiveKey, fromMatrix(matrix, channels)] as const),
  ])
}
