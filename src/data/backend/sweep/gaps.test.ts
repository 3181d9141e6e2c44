import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_GAPS, MAX_LOOKS, passSerial, type SerialMark } from './gaps.ts'

const START: SerialMark = { last: 0, gaps: [] }

test('an id that was skipped is a gap until it turns up', () => {
  const first = passSerial(START, [1, 2, 5])
  expect(first).toEqual({ last: 5, gaps: [{ from: 3, to: 4, looks: 0 }] })
  const second = passSerial(first, [4, 6])
  expect(second).toEqual({ last: 6, gaps: [{ from: 3, to: 3, looks: 1 }] })
  expect(passSerial(second, [3])).toEqual({ last: 6, gaps: [] })
})

test('a gap that stays empty is given up', () => {
  let mark = passSerial(START, [2])
  for (let look = 0; look < MAX_LOOKS; look += 1) mark = passSerial(mark, [])
  expect(mark).toEqual({ last: 2, gaps: [] })
})

test('only so many gaps are kept, the newest', () => {
  const odd = Array.from({ length: MAX_GAPS * 2 }, (_, n) => 2 * n + 2)
  const { gaps } = passSerial(START, odd)
  expect(gaps).toHaveLength(MAX_GAPS)
  expect(gaps.at(-1)).toMatchObject({ to: 2 * MAX_GAPS * 2 - 1 })
})

test('whatever the order of commits, each id is read once while its gap is watched', () => {
  const commits = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 1 })
  fc.assert(
    fc.property(commits, fc.array(fc.nat(4)), (order, looks) => {
      let mark = START
      const read: number[] = []
      const visible = new Set<number>()
      const look = () => {
        const found = [...visible]
          .filter((id) => id > mark.last || mark.gaps.some((g) => g.from <= id && id <= g.to))
          .toSorted((a, b) => a - b)
        read.push(...found)
        mark = passSerial(mark, found)
      }
      for (const [at, id] of order.entries()) {
        visible.add(id)
        if ((looks[at] ?? 0) > 2) look()
      }
      look()
      expect(read.toSorted((a, b) => a - b)).toEqual(order.toSorted((a, b) => a - b))
    }),
  )
})
