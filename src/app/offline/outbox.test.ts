import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeptAnswer } from '../../data/frontend/kept-writes.ts'
import type { KeptWrite } from '../../domain/offline/kept-write.ts'
import { AppError } from '../../lib/app-error.ts'
import type { Box, DeviceStore } from './device-store.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const ANN = '11111111-1111-4111-8111-111111111111'
const BOB = '22222222-2222-4222-8222-222222222222'
const CARDS = [
  '33333333-3333-4333-8333-333333333333',
  '44444444-4444-4444-8444-444444444444',
] as const
const [CARD] = CARDS

/** A device that survives a reload of the page. */
function fakeDevice(): DeviceStore {
  const boxes: Record<Box, Map<string, unknown>> = { copies: new Map(), writes: new Map() }
  return {
    read: (box, name) => Promise.resolve(boxes[box].get(name)),
    readAll: (box) => Promise.resolve([...boxes[box]]),
    write: (box, name, value) => {
      boxes[box].set(name, structuredClone(value))
      return Promise.resolve()
    },
    remove: (box, name) => {
      boxes[box].delete(name)
      return Promise.resolve()
    },
    clear: (box) => {
      boxes[box].clear()
      return Promise.resolve()
    },
  }
}

type Network = 'up' | 'down' | 'answer-lost'

/** A database that carries an id out once, behind a network that may fail before or after. */
function fakeServer() {
  const carriedOut: KeptWrite[] = []
  let network: Network = 'up'
  return {
    carriedOut,
    set: (next: Network) => {
      network = next
    },
    send: (write: KeptWrite): Promise<KeptAnswer> => {
      if (network === 'down') return Promise.reject(new AppError('network', 'gone'))
      if (!carriedOut.some(({ id }) => id === write.id)) carriedOut.push(write)
      if (network === 'answer-lost') return Promise.reject(new AppError('network', 'gone'))
      return Promise.resolve({ result: 'done' })
    },
  }
}

let ids = 0
const newId = () => {
  ids += 1
  return `55555555-5555-4555-8555-${String(ids).padStart(12, '0')}`
}

function openTab(
  store: DeviceStore,
  send: (write: KeptWrite) => Promise<KeptAnswer>,
  user: () => string | null = () => ANN,
): Outbox {
  return createOutbox({
    store,
    send,
    newId,
    userId: user,
    now: () => 1,
    href: () => '/jobs',
    alone: (work) => work(),
  })
}

const note = (text: string, subjectId: string = CARD) => ({
  subjectId,
  label: text,
  change: { kind: 'card-note' as const, noteId: newId(), action: 'note', text, at: '2026-01-01' },
})

test('whatever the network does, each write arrives once and in the order of writing', async () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('write' as const), card: fc.constantFrom(...CARDS) }),
    fc.record({
      do: fc.constant('flush' as const),
      network: fc.constantFrom<Network>('up', 'down', 'answer-lost'),
    }),
    fc.record({ do: fc.constant('reload' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const device = fakeDevice()
      const server = fakeServer()
      const written: string[] = []
      let tab = openTab(device, server.send)
      for (const each of acts) {
        if (each.do === 'write') {
          const text = `note ${written.length}`
          written.push(text)
          await tab.keep(note(text, each.card))
        } else if (each.do === 'flush') {
          server.set(each.network)
          await tab.flush()
        } else {
          tab = openTab(device, server.send)
        }
      }
      server.set('up')
      await tab.flush()
      expect(server.carriedOut.map(({ label }) => label)).toEqual(written)
      expect(tab.getState().writes).toEqual([])
    }),
  )
})

test('what one person wrote another one on the device neither sees nor sends', async () => {
  const device = fakeDevice()
  const server = fakeServer()
  await openTab(device, server.send).keep(note('Ann’s'))
  const bobs = openTab(device, server.send, () => BOB)
  await bobs.load()
  expect(bobs.getState().writes).toEqual([])
  expect(await bobs.flush()).toBe(0)
  const anns = openTab(device, server.send)
  expect(await anns.flush()).toBe(1)
})

test('a conflict stays with what stands there, holds back the same row only, and may be insisted on', async () => {
  const device = fakeDevice()
  const sent: KeptWrite[] = []
  const tab = openTab(device, (write) => {
    sent.push(write)
    const overtaken = write.change.kind === 'card-move' && write.change.from === 'contacted'
    return Promise.resolve<KeptAnswer>(
      overtaken ? { result: 'conflict', present: { status: 'hired' } } : { result: 'done' },
    )
  })
  const change = { kind: 'card-move' as const, from: 'contacted', to: 'interview', position: 1 }
  await tab.keep({ subjectId: CARD, label: 'move', change })
  await tab.keep(note('behind'))
  await tab.keep(note('elsewhere', CARDS[1]))
  expect(await tab.flush()).toBe(1)
  const [refused, behind] = tab.getState().writes
  expect(refused?.refusal).toMatchObject({ kind: 'conflict', present: { status: 'hired' } })
  expect(behind?.label).toBe('behind')
  await tab.insist(refused?.id ?? '')
  expect(await tab.flush()).toBe(2)
  expect(sent.at(-2)?.change).toMatchObject({ from: 'hired', to: 'interview' })
})

test('a card’s field that somebody else set is insisted on against what stands there now', async () => {
  const sent: KeptWrite[] = []
  const tab = openTab(fakeDevice(), (write) => {
    sent.push(write)
    const overtaken = sent.length === 1
    const present = { assignedTo: BOB, assignedName: 'Bob' }
    return Promise.resolve<KeptAnswer>(
      overtaken ? { result: 'conflict', present } : { result: 'done' },
    )
  })
  const change = { kind: 'card-change' as const, changeId: newId(), set: { assignedTo: ANN } }
  await tab.keep({ subjectId: CARD, label: 'Ann', change: { ...change, seen: null } })
  await tab.flush()
  await tab.insist(tab.getState().writes[0]?.id ?? '')
  expect(await tab.flush()).toBe(1)
  expect(sent.at(-1)?.change).toEqual({ ...change, seen: BOB })
})

test('a refusal is shown with its words; discarding it lets the next one go', async () => {
  const device = fakeDevice()
  const server = fakeServer()
  const tab = openTab(device, (write) =>
    write.label === 'bad'
      ? Promise.reject(new AppError('forbidden', 'No', { hint: 'Ask an admin.' }))
      : server.send(write),
  )
  await tab.keep(note('bad'))
  await tab.keep(note('good'))
  expect(await tab.flush()).toBe(0)
  const [bad] = tab.getState().writes
  expect(bad?.refusal).toMatchObject({ kind: 'refused', advice: 'Ask an admin.' })
  await tab.discard(bad?.id ?? '')
  expect(await tab.flush()).toBe(1)
})

test('a sign-out leaves nothing of who leaves', async () => {
  const device = fakeDevice()
  const tab = openTab(device, fakeServer().send)
  await tab.keep(note('private'))
  await tab.wipe()
  expect(await device.readAll('writes')).toEqual([])
})
