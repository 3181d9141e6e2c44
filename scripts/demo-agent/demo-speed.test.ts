import { expect, test } from 'vitest'
import { parseDemoSpeed } from './create-demo-agent.ts'

test.each([
  [undefined, 1],
  ['', 1],
  ['60', 60],
  ['0.5', 0.5],
  ['0', null],
  ['-1', null],
  ['fast', null],
  ['1e9', null],
])('the speed %j is %j', (text, speed) => {
  expect(parseDemoSpeed(text)).toBe(speed)
})
