import { expect, test } from 'vitest'
import { isDriverFault } from './driver-fault.ts'

function fault(message: string, at: string): TypeError {
  const error = new TypeError(message)
  error.stack = `TypeError: ${message}\n    at Immediate.nextWrite (${at}:255:22)`
  return error
}

const WORDS = "Cannot read properties of null (reading 'write')"

test('a write of the driver after its connection was lost is its own fault', () => {
  const at = 'file:///rollcall/node_modules/postgres/src/connection.js'
  expect(isDriverFault(fault(WORDS, at))).toBe(true)
})

test('the same words from elsewhere, and other faults of the driver, are not', () => {
  expect(isDriverFault(fault(WORDS, 'file:///rollcall/src/bridge/app.ts'))).toBe(false)
  const at = 'file:///rollcall/node_modules/postgres/src/connection.js'
  expect(isDriverFault(fault('x is not a function', at))).toBe(false)
})
