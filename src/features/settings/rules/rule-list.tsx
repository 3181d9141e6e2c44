import { ActionIcon, Group, Select } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { STATUSES } from '../../../domain/status/standard-status.ts'
import type { StatusRule } from '../../../domain/status/status-rule.ts'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import classes from '../settings.module.css'
import { moveRule, numbered, objectiveWords, withStatus } from './rule-order.ts'

const CHOICES = STATUSES.filter(({ key }) => key !== 'not-contacted').map(({ key, label }) => ({
  value: key,
  label,
}))

/** The standard statuses, with the rule's own column where it names one. */
function choicesOf(status: string) {
  const known = CHOICES.some(({ value }) => value === status)
  return known
    ? CHOICES
    : [...CHOICES, { value: status, label: objectiveWords(status.replaceAll('-', '_')) }]
}

/** The place of the rule under a point of the window. */
function indexAt(x: number, y: number): number | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('li[data-index]')
  return row === null || row === undefined ? null : Number(row.dataset['index'])
}

type RuleListProps = {
  readonly rules: readonly StatusRule[]
  readonly mayChange: boolean
  readonly onChange: (rules: readonly StatusRule[]) => void
}

/** The rules in the order in which they are tried: by drag, by arrow buttons, or with the arrow keys on the grip. */
export function RuleList({ rules, mayChange, onChange }: RuleListProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [note, setNote] = useState('')
  if (rules.length === 0) return <p>{rulesText.empty}</p>
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= rules.length || from === to) return
    onChange(moveRule(rules, from, to))
    setNote(rulesText.moved(objectiveWords(rules[from]?.objectiveKey ?? ''), to + 1, rules.length))
  }
  return (
    <>
      <ol className={classes['rules']} aria-label={rulesText.order}>
        {rules.map((rule, index) => {
          const name = objectiveWords(rule.objectiveKey)
          return (
            <li
              key={rule.objectiveKey}
              className={classes['rule']}
              data-over={over === index || undefined}
              data-index={index}
            >
              {mayChange ? (
                <button
                  type="button"
                  className={classes['grip']}
                  aria-label={rulesText.drag(name)}
                  onPointerDown={(event) => {
                    event.currentTarget.setPointerCapture(event.pointerId)
                    setDragged(index)
                  }}
                  onPointerMove={(event) => {
                    if (dragged !== null) setOver(indexAt(event.clientX, event.clientY))
                  }}
                  onPointerUp={() => {
                    if (dragged !== null && over !== null) move(dragged, over)
                    setDragged(null)
                    setOver(null)
                  }}
                  onPointerCancel={() => {
                    setDragged(null)
                    setOver(null)
                  }}
                  onKeyDown={(event) => {
                    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
                    event.preventDefault()
                    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
                  }}
                >
                  <IconGripVertical size={16} aria-hidden />
                </button>
              ) : (
                <span />
              )}
              <span className={classes['place']}>{index + 1}</span>
              <span>{name}</span>
              <Select
                className={classes['ruleStatus'] ?? ''}
                aria-label={`${rulesText.status}: ${name}`}
                data={choicesOf(rule.status)}
                value={rule.status}
                disabled={!mayChange}
                allowDeselect={false}
                size="xs"
                onChange={(status) => {
                  if (status === null) return
                  onChange(rules.map((each) => (each === rule ? withStatus(each, status) : each)))
                }}
              />
              {mayChange && (
                <Group gap={4} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={rulesText.moveUp(name)}
                    disabled={index === 0}
                    onClick={() => {
                      move(index, index - 1)
                    }}
                  >
                    <IconChevronUp size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={rulesText.moveDown(name)}
                    disabled={index === rules.length - 1}
                    onClick={() => {
                      move(index, index + 1)
                    }}
                  >
                    <IconChevronDown size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={rulesText.remove(name)}
                    onClick={() => {
                      onChange(numbered(rules.filter((each) => each !== rule)))
                    }}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              )}
            </li>
          )
        })}
      </ol>
      <p role="status" className={classes['muted']}>
        {note}
      </p>
    </>
  )
}
