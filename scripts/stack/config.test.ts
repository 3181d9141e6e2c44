import { expect, test } from 'vitest'
import { parseStackConfig } from './config.ts'
import { StackError } from './stack-error.ts'

test('without settings the app is on 4400 and its data in .rollcall of the project', () => {
  expect(parseStackConfig([], {}, '/project')).toEqual({
    dataDir: '/project/.rollcall',
    port: 4400,
    dev: false,
    webhookBase: null,
  })
})

test('settings come from the environment, an empty one counts as not set', () => {
  const env = {
    PORT: '4511',
    ROLLCALL_DATA_DIR: '/data/x',
    WEBHOOK_BASE: 'https://n8n.example/webhook/',
  }
  expect(parseStackConfig(['--dev'], env, '/project')).toEqual({
    dataDir: '/data/x',
    port: 4511,
    dev: true,
    webhookBase: 'https://n8n.example/webhook',
  })
  expect(parseStackConfig([], { PORT: '', WEBHOOK_BASE: '' }, '/project').port).toBe(4400)
})

test.each(['http', '44OO', '-1', '70000', '4400.5'])(
  'PORT=%s is refused with the way out',
  (port) => {
    const attempt = () => parseStackConfig([], { PORT: port }, '/project')
    expect(attempt).toThrow(StackError)
    expect(attempt).toThrow(`PORT is "${port}"`)
  },
)

test('a webhook address that is none is refused', () => {
  expect(() => parseStackConfig([], { WEBHOOK_BASE: 'n8n' }, '/project')).toThrow('WEBHOOK_BASE')
  expect(() => parseStackConfig([], { WEBHOOK_BASE: 'file:///etc' }, '/project')).toThrow(
    'WEBHOOK_BASE',
  )
})

test('an option that does not exist is named', () => {
  expect(() => parseStackConfig(['--fast'], {}, '/project')).toThrow('"--fast"')
})
