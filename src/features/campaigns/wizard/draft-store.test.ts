import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { campaignRow } from '../../../../tests/fixtures/campaign-rows.ts'
import { conflictError } from '../../../data/frontend/versioned-write.ts'
import type { Draft } from '../../../data/frontend/campaign-drafts.ts'
import { campaignRow as campaignSchema } from '../../../data/frontend/campaigns.ts'
import { AppError } from '../../../lib/app-error.ts'
import { applyEdits, type DraftEdits } from './draft-edits.ts'
import { createDraftStore, type DraftPorts } from './draft-store.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function draftAt(version: number, fields: Readonly<Record<string, unknown>> = {}): Draft {
  const row = campaignRow({ state: 'draft', ...fields, version })
  return { campaign: campaignSchema.parse(row), targets: [], matrices: [] }
}

/** A database of one draft, with the page's copy of it in front. */
function world() {
  let stored = draftAt(1)
  let cached = stored
  const saves: DraftEdits[] = []
  const ports: DraftPorts = {
    read: () => cached,
    write: (draft) => {
      cached = draft
    },
    reload: () => Promise.resolve(stored),
    save: (seen, edits) => {
      saves.push(edits)
      if (seen.campaign.version !== stored.campaign.version) {
        return Promise.reject(conflictError(stored.campaign))
      }
      stored = applyEdits(stored, edits)
      stored = {
        ...stored,
        campaign: { ...stored.campaign, version: stored.campaign.version + 1 },
      }
      return Promise.resolve(stored)
    },
  }
  return {
    ports,
    saves,
    stored: () => stored,
    somebodySaves: (fields: Readonly<Record<string, unknown>>) => {
      stored = draftAt(stored.campaign.version + 1, fields)
    },
  }
}

test('what is typed is saved once, when the typing pauses', async () => {
  const { ports, saves, stored } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'W' } })
  store.edit({ fields: { purpose: 'Work' } })
  expect(store.getState().phase).toBe('unsaved')
  await vi.runAllTimersAsync()
  expect(saves).toEqual([{ fields: { purpose: 'Work' } }])
  expect(stored().campaign.purpose).toBe('Work')
  expect(store.getState().phase).toBe('saved')
})

test('groups go one after the other, each over the version before it', async () => {
  const { ports, stored } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'Work' }, name: 'Plumber - Leeds' })
  expect(await store.flush()).toBe(true)
  expect(stored().campaign).toMatchObject({
    name: 'Plumber - Leeds',
    purpose: 'Work',
    version: 3,
  })
})

test('what somebody else saved in other fields stays, and so does mine', async () => {
  const { ports, stored, somebodySaves } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'Mine' } })
  somebodySaves({ ai_disclosure: 'Theirs' })
  expect(await store.flush()).toBe(true)
  expect(stored().campaign).toMatchObject({ purpose: 'Mine', aiDisclosure: 'Theirs' })
})

test('the same field changed by somebody else is a conflict, and what was entered is still there', async () => {
  const { ports, somebodySaves } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'Mine' } })
  somebodySaves({ purpose: 'Theirs' })
  expect(await store.flush()).toBe(false)
  expect(store.getState()).toMatchObject({
    phase: 'conflict',
    edits: { fields: { purpose: 'Mine' } },
    theirs: { campaign: { purpose: 'Theirs' } },
  })
})

test.each([
  ['mine', 'Mine'],
  ['theirs', 'Theirs'],
] as const)('a conflict settled for %s leaves %s', async (choice, purpose) => {
  const { ports, stored, somebodySaves } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'Mine' } })
  somebodySaves({ purpose: 'Theirs' })
  await store.flush()
  await store.settle(choice)
  expect(stored().campaign.purpose).toBe(purpose)
  expect(store.getState().phase).toBe('saved')
})

test('a save that fails keeps what was entered, and the next one saves it', async () => {
  const { ports, stored } = world()
  let online = false
  const store = createDraftStore({
    ...ports,
    save: (...args) =>
      online ? ports.save(...args) : Promise.reject(new AppError('network', 'No answer')),
  })
  store.edit({ fields: { purpose: 'Work' } })
  expect(await store.flush()).toBe(false)
  expect(store.getState().phase).toBe('failed')
  online = true
  expect(await store.flush()).toBe(true)
  expect(stored().campaign.purpose).toBe('Work')
})

test('a group that can’t be saved as it stands does not hold up the others', async () => {
  const { ports, stored } = world()
  const store = createDraftStore(ports)
  store.edit({ name: ' ', fields: { purpose: 'Work' } })
  expect(await store.flush()).toBe(false)
  expect(store.getState().phase).toBe('unsaved')
  expect(stored().campaign).toMatchObject({ name: 'Plumber - London', purpose: 'Work' })
})

test('a draft that was launched meanwhile takes no more, and the page hears of it', async () => {
  const { ports, somebodySaves } = world()
  const store = createDraftStore(ports)
  store.edit({ fields: { purpose: 'Mine' } })
  somebodySaves({ state: 'running' })
  expect(await store.flush()).toBe(false)
  expect(store.getState().phase).toBe('failed')
  expect(ports.read().campaign.state).toBe('running')
})

test('of several who wait for a save only one saves what it left', async () => {
  const { ports, saves, stored } = world()
  let first = true
  const store = createDraftStore({
    ...ports,
    save: (...args) => {
      if (!first) return ports.save(...args)
      first = false
      return Promise.reject(new AppError('network', 'No answer'))
    },
  })
  store.edit({ fields: { purpose: 'Work' } })
  const flushed = await Promise.all([store.flush(), store.flush(), store.flush()])
  expect(flushed).toEqual([false, true, true])
  expect(saves).toHaveLength(1)
  expect(stored().campaign).toMatchObject({ purpose: 'Work', version: 2 })
})
