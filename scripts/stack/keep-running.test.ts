import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { keepRunning } from './keep-running.ts'
import type { RunningProcess } from './run-process.ts'

/** A process that ends when the test says so. */
function createFakeProcess(pid: number): RunningProcess & { die(how: string): void } {
  let die = (_how: string) => {}
  const ended = new Promise<string>((resolve) => (die = resolve))
  return { pid, ended, die: (how) => die(how), stop: async (signal) => die(signal) }
}

test('a process that dies is started again, and both are said', async () => {
  const said: string[] = []
  const news = new EventEmitter()
  const processes: ReturnType<typeof createFakeProcess>[] = []
  const start = async () => {
    const next = createFakeProcess(100 + processes.length)
    processes.push(next)
    return next
  }
  const kept = await keepRunning('The database', start, 'SIGINT', (line) => {
    said.push(line)
    news.emit(line.includes('back') ? 'back' : 'other')
  })
  expect(kept.pid).toBe(100)

  const back = once(news, 'back')
  processes[0]?.die('signal SIGKILL')
  await back

  expect(kept.pid).toBe(101)
  expect(said).toEqual([
    'The database stopped by itself (signal SIGKILL); starting it again.',
    'The database is back.',
  ])
  await kept.stop()
})

test('a restart that fails is said and tried again', async () => {
  const said: string[] = []
  const news = new EventEmitter()
  const first = createFakeProcess(1)
  const second = createFakeProcess(2)
  const answers: (() => RunningProcess)[] = [
    () => first,
    () => {
      throw new Error('the port is taken')
    },
    () => second,
  ]
  const kept = await keepRunning(
    'The API',
    async () => answers.shift()?.() ?? second,
    'SIGTERM',
    (line) => {
      said.push(line)
      if (line.includes('back')) news.emit('back')
    },
  )
  const back = once(news, 'back')
  first.die('exit code 1')
  await back
  expect(said[1]).toContain('The API does not start: the port is taken.')
  expect(kept.pid).toBe(2)
  await kept.stop()
})

test('a process that was told to stop stays stopped', async () => {
  let starts = 0
  const said: string[] = []
  const start = async () => createFakeProcess((starts += 1))
  const kept = await keepRunning('It', start, 'SIGINT', (line) => said.push(line))
  await kept.stop()
  expect(starts).toBe(1)
  expect(said).toEqual([])
})

test('a first start that fails is the caller’s to explain', async () => {
  const start = async () => Promise.reject(new Error('no such file'))
  await expect(keepRunning('It', start, 'SIGINT', () => {})).rejects.toThrow('no such file')
})
