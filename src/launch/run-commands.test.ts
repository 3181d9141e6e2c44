import { expect, test } from 'vitest'
import { fakeLaunchPorts, inTurn } from '../../tests/support/fake-launch-ports.ts'
import { AppError } from '../lib/app-error.ts'
import type { BackendCommand } from './ports.ts'
import { runCommands } from './run-commands.ts'

const never = () => false
const command = (id: string, attempts: number): BackendCommand => ({
  id,
  sessionId: `session ${id}`,
  attempts,
})

function world(claims: readonly (readonly BackendCommand[])[], complete: () => Promise<void>) {
  return fakeLaunchPorts({
    store: {
      claimCommands: inTurn<readonly BackendCommand[]>(...claims, []),
      finishCommands: inTurn(undefined),
    },
    backend: { complete },
    random: () => 0.999_999,
  })
}

const finished = (ports: ReturnType<typeof world>) =>
  ports.calls.filter(([name]) => name === 'finishCommands').map(([, ...given]) => given)

test('conversations are ended first, and their commands done after that, until none is due', async () => {
  const ports = world([[command('a', 1), command('b', 1)], [command('c', 1)]], () =>
    Promise.resolve(),
  )
  expect(await runCommands(ports, never)).toEqual({ done: 3, failed: 0 })
  expect(ports.calls.map(([name]) => name)).toEqual([
    'claimCommands',
    'complete',
    'finishCommands',
    'claimCommands',
    'complete',
    'finishCommands',
    'claimCommands',
  ])
  expect(finished(ports)).toEqual([
    [['a', 'b'], []],
    [['c'], []],
  ])
})

test('what the backend did not take waits longer each time, five minutes at most, with the reason', async () => {
  const ports = world(
    [[command('a', 1), command('b', 3), command('c', 20)], [command('d', 1)]],
    () => Promise.reject(new AppError('timeout', 'Too slow.')),
  )
  expect(await runCommands(ports, never)).toEqual({ done: 0, failed: 3 })
  expect(finished(ports)).toEqual([
    [
      [],
      [
        { id: 'a', code: 'timeout', retrySeconds: 10 },
        { id: 'b', code: 'timeout', retrySeconds: 40 },
        { id: 'c', code: 'timeout', retrySeconds: 300 },
      ],
    ],
  ])
})

test('a fault of no kind counts as the backend being away', async () => {
  const ports = world([[command('a', 1)]], () => Promise.reject(new Error('what?')))
  await runCommands(ports, never)
  expect(finished(ports)).toMatchObject([[[], [{ code: 'unavailable' }]]])
})

test('a slice that is over claims nothing', async () => {
  const ports = world([[command('a', 1)]], () => Promise.resolve())
  expect(await runCommands(ports, () => true)).toEqual({ done: 0, failed: 0 })
  expect(ports.calls).toEqual([])
})
