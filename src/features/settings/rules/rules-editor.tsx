import { Button, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { CampaignRules } from '../../../data/frontend/status-rules.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { UnsavedGuard } from '../../../ui/feedback/unsaved-guard.tsx'
import { rulesText } from '../../../ui/text/settings-rules.ts'
import classes from '../settings.module.css'
import { AddRule } from './add-rule.tsx'
import { RuleList } from './rule-list.tsx'
import { RulesPreviewView } from './rules-preview-view.tsx'
import { useRulesEdit } from './use-rules-edit.ts'

type ConflictProps = {
  readonly theirs: CampaignRules
  readonly onSettle: (theirs: CampaignRules, choice: 'theirs' | 'mine') => void
}

function Conflict({ theirs, onSettle }: ConflictProps) {
  return (
    <Notice tone="amber" icon={IconUsers} title={rulesText.conflict}>
      {rulesText.conflictAdvice}
      <Group mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onSettle(theirs, 'theirs')
          }}
        >
          {rulesText.takeTheirs}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onSettle(theirs, 'mine')
          }}
        >
          {rulesText.keepMine}
        </Button>
      </Group>
    </Notice>
  )
}

type RulesEditorProps = {
  /** '' for what new campaigns begin with. */
  readonly campaignId: string
  readonly present: CampaignRules
  readonly mayChange: boolean
}

type ButtonsProps = Pick<RulesEditorProps, 'campaignId' | 'present'> & {
  readonly edit: ReturnType<typeof useRulesEdit>
}

/** Looking at what changed rules change, saving them, and taking the changes back. */
function Buttons({ campaignId, present, edit }: ButtonsProps) {
  const { rules, dirty, seen, theirs, preview, save, change } = edit
  const maySave = campaignId === '' || seen
  return (
    <>
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
  )
}

/** Rules in their order, to change and to look at before they apply. */
export function RulesEditor({ campaignId, present, mayChange }: RulesEditorProps) {
  const edit = useRulesEdit(campaignId, present)
  const { rules, dirty, seen, theirs, preview, change, settle } = edit
  return (
    <section className={classes['section']} aria-label={rulesText.title}>
      <UnsavedGuard dirty={dirty} about="campaign" />
      {theirs !== null && <Conflict theirs={theirs} onSettle={settle} />}
      {present.isDefault && campaignId !== '' && (
        <p className={classes['muted']}>{rulesText.isDefault}</p>
      )}
      {!present.derived && <p role="status">{rulesText.deriving}</p>}
      <RuleList rules={rules} mayChange={mayChange} onChange={change} />
      {mayChange && (
        <>
          <AddRule rules={rules} onAdd={change} />
          <Buttons campaignId={campaignId} present={present} edit={edit} />
        </>
      )}
      {preview.isSuccess && seen && <RulesPreviewView preview={preview.data} />}
    </section>
  )
}
