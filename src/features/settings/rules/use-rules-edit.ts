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
import { rulesText } from '../../../ui/text/settings-rules.ts'
import { rulesQuery } from '../queries.ts'

function sameRules(a: readonly StatusRule[], b: readonly StatusRule[]): boolean {
  const essence = (rules: readonly StatusRule[]) =>
    JSON.stringify(
      rules.map(({ objectiveKey, status, isRefusal }) => [objectiveKey, status, isRefusal]),
    )
  return essence(a) === essence(b)
}

/**
 * Rules while they are edited. A campaign's are saved only after a look at what they change, since
 * they move people at once; those of campaigns to come change nobody.
 *
 * @param campaignId '' for what new campaigns begin with
 */
export function useRulesEdit(campaignId: string, present: CampaignRules) {
  const client = useQueryClient()
  const [version, setVersion] = useState(present.version)
  const [rules, setRules] = useState<readonly StatusRule[]>(present.rules)
  const [theirs, setTheirs] = useState<CampaignRules | null>(null)
  const [looked, setLooked] = useState<readonly StatusRule[] | null>(null)
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
  return {
    rules,
    change,
    dirty: !sameRules(rules, present.rules),
    /** Whether these very rules were looked at. */
    seen: looked === rules,
    /** What somebody else saved meanwhile. */
    theirs,
    /** Goes on from what somebody else saved: with their rules, or with one's own on top. */
    settle: (saved: CampaignRules, choice: 'theirs' | 'mine') => {
      setVersion(saved.version)
      change(choice === 'theirs' ? saved.rules : rules)
      setTheirs(null)
    },
    preview,
    save,
  }
}
