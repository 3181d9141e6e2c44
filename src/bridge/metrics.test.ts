import { expect, test } from 'vitest'
import { prometheusText } from './metrics.ts'

test('single values and labelled values become gauges', () => {
  const text = prometheusText({
    sync_lag_seconds: 12.5,
    launch_batches: { waiting: 3, confirmed: 1 },
  })
  expect(text.split('\n')).toEqual([
    '# TYPE rollcall_sync_lag_seconds gauge',
    'rollcall_sync_lag_seconds 12.5',
    '# TYPE rollcall_launch_batches gauge',
    'rollcall_launch_batches{state="waiting"} 3',
    'rollcall_launch_batches{state="confirmed"} 1',
    '',
  ])
})

test('a value that does not exist yet is left out rather than shown as nothing', () => {
  expect(prometheusText({ sync_lag_seconds: null })).toBe('\n')
})
