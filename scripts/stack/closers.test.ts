import { expect, test } from 'vitest'
import { Closers } from './closers.ts'

test('parts stop in the reverse order, once, and one that fails holds up none', async () => {
  const closers = new Closers()
  const stopped: string[] = []
  const said: string[] = []
  closers.add('The database', () => void stopped.push('database'))
  closers.add('The API', () => Promise.reject(new Error('it hangs')))
  closers.add('The gateway', () => void stopped.push('gateway'))

  await closers.closeAll((line) => said.push(line))
  await closers.closeAll((line) => said.push(line))

  expect(stopped).toEqual(['gateway', 'database'])
  expect(said).toEqual(['The API did not stop cleanly: it hangs.'])
})
