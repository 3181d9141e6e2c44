import { Button, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  type CampaignRules,
  previewStatusRules,
  saveDefaultRules,
  saveStatusRules,
} from '../../../data/frontend/status-rules.ts'
import type { StatusRule } from '../../../domain/status/status-rule.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import { rulesQuery } from '../queries.ts'
import classes from '../settings.module.css'
import { AddRule } from './add-rule.tsx'
import { RuleList } from './rule-list.tsx'
import { RulesPreviewView } from './rules-preview-view.tsx'

type RulesEditorProps = {
  /** '' for what new campaigns begin with. */
  readonly campaignId: string
  readonly present: CampaignRules
  readonly mayChange: boolean
}

function sameRules(a: readonly StatusRule[], b: readonly StatusRule[]): boolean {
  const essence = (rules: readonly StatusRule[]) =>
    JSON.stringify(
      rules.map(({ objectiveKey, status, isRefusal }) => [objectiveKey, status, isRefusal]),
    )
  return essence(a) === essence(b)
}

/**
 * Rules in their order. A campaign's are saved only after a look at what they change, since they
 * move people at once; those of campaigns to come change nobody.
 */
export function RulesEditor({ campaignId, present, mayChange }: RulesEditorProps) {
  const client = useQueryClient()
  const [version, setVersion] = useState(present.version)
  const [rules, setRules] = useState<readonly StatusRule[]>(present.rules)
  const [theirs, setTheirs] = useState<CampaignRules | null>(null)
  const [looked, setLooked] = useState<readonly StatusRule[] | null>(null)
  const dirty = !sameRules(rules, present.rules)
  const preview = useMutation({
    mutationFn: (asked: readonly StatusRule[]) => previewStatusRules(frontend(), campaignId, asked),
    onSuccess: (_, asked) => {
      setLooked(asked)
    },
  })
  const save = useMutation({
    mutationFn: () =>
      campaignId === ''
        ? saveDefaultRules(frontend(), rules, version)
        : saveStatusRules(frontend(), campaignId, rules, version),
    onSuccess: async (saved) => {
      setVersion(saved.version)
      setRules(saved.rules)
      setLooked(null)
      preview.reset()
      client.setQueryData(rulesQuery(campaignId).queryKey, saved)
      await client.invalidateQueries({ queryKey: rulesQuery(campaignId).queryKey })
    },
    onError: (error) => {
      if (isAppError(error, 'conflict')) setTheirs(error.current as CampaignRules)
    },
    meta: { done: rulesText.saved },
  })
  const change = (next: readonly StatusRule[]) => {
    setRules(next)
    setLooked(null)
  }
  const maySave = campaignId === '' || looked === rules
  return (
    <section className={classes['section']} aria-label={rulesText.title}>
      <UnsavedGuard dirty={dirty} about="campaign" />
      {theirs !== null && (
        <Notice tone="amber" icon={IconUsers} title={rulesText.conflict}>
          {rulesText.conflictAdvice}
          <Group mt="xs">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setVersion(theirs.version)
                change(theirs.rules)
                setTheirs(null)
              }}
            >
              {rulesText.takeTheirs}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setVersion(theirs.version)
                setLooked(null)
                setTheirs(null)
              }}
            >
              {rulesText.keepMine}
            </Button>
          </Group>
        </Notice>
      )}
      {present.isDefault && campaignId !== '' && (
        <p className={classes['muted']}>{rulesText.isDefault}</p>
      )}
      {!present.derived && <p role="status">{rulesText.deriving}</p>}
      <RuleList rules={rules} mayChange={mayChange} onChange={change} />
      {mayChange && (
        <>
          <AddRule rules={rules} onAdd={change} />
          <Group gap="sm" my="md">
            {campaignId !== '' && (
              <Button
                variant="default"
                loading={preview.isPending}
                disabled={!dirty || rules.length === 0}
                onClick={() => {
                  preview.mutate(rules)
                }}
              >
                {rulesText.preview}
              </Button>
            )}
            <Button
              loading={save.isPending}
              disabled={!dirty || !maySave || theirs !== null || rules.length === 0}
              onClick={() => {
                save.mutate()
              }}
            >
              {rulesText.save}
            </Button>
            {dirty && (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  change(present.rules)
                }}
              >
                {rulesText.undo}
              </Button>
            )}
          </Group>
          {dirty && !maySave && <p className={classes['muted']}>{rulesText.seeFirst}</p>}
        </>
      )}
      {preview.isSuccess && looked === rules && <RulesPreviewView preview={preview.data} />}
    </section>
  )
}
