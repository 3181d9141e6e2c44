import { expect, test } from 'vitest'
import { CAMPAIGN_STATES, CAMPAIGN_TRANSITIONS, canTransition } from './campaign-state.ts'

test('a campaign is launched, paused, resumed and completed', () => {
  const path = ['draft', 'scheduled', 'running', 'paused', 'running', 'completed'] as const
  for (const [index, from] of path.slice(0, -1).entries()) {
    expect(canTransition(from, path[index + 1] ?? from)).toBe(true)
  }
})

test('a stopped campaign never goes anywhere', () => {
  for (const to of CAMPAIGN_STATES) expect(canTransition('stopped', to)).toBe(false)
})

test('everything that was launched can be stopped', () => {
  for (const from of ['scheduled', 'running', 'paused', 'completed', 'failed'] as const) {
    expect(canTransition(from, 'stopped')).toBe(true)
  }
})

test('what was launched is a draft again only where nothing may have been sent yet', () => {
  const backToDraft = CAMPAIGN_STATES.filter((from) => canTransition(from, 'draft'))
  expect(backToDraft).toEqual(['scheduled', 'paused'])
})

test('no state leads to itself', () => {
  for (const state of CAMPAIGN_STATES) expect(CAMPAIGN_TRANSITIONS[state]).not.toContain(state)
})
