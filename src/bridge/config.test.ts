import { expect, test } from 'vitest'
import { isAppError } from '../lib/app-error.ts'
import { parseBridgeConfig } from './config.ts'

const COMPLETE = {
  FRONTEND_URL: 'https://front.example',
  FRONTEND_ANON_KEY: 'anon',
  FRONTEND_SERVICE_KEY: 'service',
  BACKEND_URL: 'https://back.example',
  BACKEND_SERVICE_KEY: 'service',
  WEBHOOK_BASE: 'https://n8n.example/webhook/',
  WEBHOOK_SECRETS: 'whsec_new, whsec_old',
  WEBHOOK_TOKEN_HEADER: 'X-Token: abc:def',
  WORKER_SECRET: 'sixteen-letters!',
}

test('a complete environment is read, lists split and the header taken apart at its first colon', () => {
  const config = parseBridgeConfig(COMPLETE)
  expect(config.webhook).toEqual({
    base: 'https://n8n.example/webhook',
    secrets: ['whsec_new', 'whsec_old'],
    tokenHeader: { name: 'X-Token', value: 'abc:def' },
    hosts: [],
  })
  expect(config.localStack).toBe(false)
})

test('every missing variable is named at once, and no value is', () => {
  const wrong = { ...COMPLETE, WORKER_SECRET: 'short-secret', BACKEND_URL: undefined }
  try {
    parseBridgeConfig(wrong)
    expect.unreachable()
  } catch (error) {
    expect(isAppError(error, 'invalid')).toBe(true)
    expect(String(error)).toContain('WORKER_SECRET')
    expect(String(error)).toContain('BACKEND_URL')
    expect(String(error)).not.toContain('short-secret')
  }
})
