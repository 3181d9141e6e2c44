import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { StatusRule } from '../../../domain/status/status-rule.ts'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import classes from '../settings.module.css'
import { numbered } from './rule-order.ts'

const KEY = /^[a-z0-9_]{1,120}$/

type AddRuleProps = {
  readonly rules: readonly StatusRule[]
  readonly onAdd: (rules: readonly StatusRule[]) => void
}

/** Adds a rule for another objective at the end, as interested until something else is chosen. */
export function AddRule({ rules, onAdd }: AddRuleProps) {
  const [key, setKey] = useState('')
  const [asked, setAsked] = useState(false)
  const isFine = KEY.test(key) && !rules.some(({ objectiveKey }) => objectiveKey === key)
  function submit(event: FormEvent): void {
    event.preventDefault()
    setAsked(true)
    if (!isFine) return
    const rule = { position: 0, objectiveKey: key, status: 'interested', rank: 2, isRefusal: false }
    onAdd(numbered([...rules, rule]))
    setKey('')
    setAsked(false)
  }
  return (
    <form onSubmit={submit} className={classes['line']}>
      <TextInput
        label={rulesText.newObjective}
        value={key}
        error={asked && !isFine ? rulesText.objectiveFault : undefined}
        autoComplete="off"
        onChange={(event) => {
          setKey(event.currentTarget.value)
        }}
      />
      <Button type="submit" variant="default">
        {rulesText.add}
      </Button>
    </form>
  )
}
