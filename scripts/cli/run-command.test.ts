import { parseArgs } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../src/lib/app-error.ts'
import { runCommand } from './run-command.ts'

const before = process.exitCode
const printed = vi.spyOn(console, 'error').mockReturnValue()
afterEach(() => {
  process.exitCode = before
  printed.mockClear()
})

test.each([['--bogus'], ['--phone'], ['stray']])(
  'an argument that a command does not know (%s) prints its usage, without a stack trace',
  async (argument) => {
    await runCommand(() => {
      parseArgs({ args: [argument], options: { phone: { type: 'string' } } })
      return Promise.resolve()
    }, 'npm run backend:test [-- --phone NUMBER]')
    expect(process.exitCode).toBe(2)
    expect(printed).toHaveBeenCalledTimes(1)
    const text = String(printed.mock.calls[0]?.[0])
    expect(text).toContain(argument)
    expect(text).toContain('\nUsage: npm run backend:test [-- --phone NUMBER]')
    expect(text).not.toContain('    at ')
  },
)

test('a command that takes no arguments does nothing where one is given', async () => {
  const work = vi.fn<() => Promise<void>>()
  const given = process.argv
  process.argv = ['node', 'backend-uninstall.ts', '--dry-run']
  await runCommand(work)
  process.argv = given
  expect(work).not.toHaveBeenCalled()
  expect(process.exitCode).toBe(2)
  expect(String(printed.mock.calls[0]?.[0])).toContain('It takes no arguments.')
})

test('a failure is two sentences and exit code 1', async () => {
  await runCommand(
    () => Promise.reject(new AppError('network', 'No answer.', { hint: 'Check that it runs.' })),
    'npm run sync',
  )
  expect(process.exitCode).toBe(1)
  expect(printed).toHaveBeenCalledWith('No answer.\nCheck that it runs.')
})
