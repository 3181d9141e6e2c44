import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceSchema } from '../../../data/frontend/campaigns.ts'
import { forgetPerson, leavePersonOut, pickPerson } from './hand-picked.ts'

const acts = { pick: pickPerson, leave: leavePersonOut, forget: forgetPerson }

test('a person is in by hand, out by hand, or neither, as was decided last', () => {
  const decisions = fc.array(
    fc.tuple(fc.constantFrom('pick', 'leave', 'forget'), fc.constantFrom('a', 'b', 'c')),
  )
  fc.assert(
    fc.property(decisions, (made) => {
      const audience = made.reduce(
        (before, [act, id]) => acts[act](before, id),
        audienceSchema.parse({}),
      )
      for (const id of ['a', 'b', 'c']) {
        const last = made.findLast(([, each]) => each === id)?.[0] ?? 'forget'
        expect(audience.personIds.filter((each) => each === id)).toHaveLength(
          last === 'pick' ? 1 : 0,
        )
        expect(audience.excludedPersonIds.filter((each) => each === id)).toHaveLength(
          last === 'leave' ? 1 : 0,
        )
      }
    }),
  )
})
