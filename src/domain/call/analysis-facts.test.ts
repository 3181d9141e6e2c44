import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analysisFacts } from './analysis-facts.ts'

test('plain values are facts with the path to them, without summary and transcript', () => {
  const analysis = {
    call_summary: 'They agreed.',
    user_sentiment: 'Positive',
    in_voicemail: false,
    custom: { rate: 22, cards: ['blue', 'green'], nothing: null },
    transcript_object: [{ role: 'agent' }],
  }
  expect(analysisFacts(analysis)).toEqual([
    { path: ['user_sentiment'], value: 'Positive' },
    { path: ['in_voicemail'], value: false },
    { path: ['custom', 'rate'], value: 22 },
    { path: ['custom', 'cards'], value: 'blue, green' },
  ])
})

test('whatever the analysis is, reading it ends and gives at most sixty facts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (analysis) => {
      expect(analysisFacts(analysis).length).toBeLessThanOrEqual(60)
    }),
  )
})
