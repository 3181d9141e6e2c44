import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markMedia, MEDIA_KINDS, readMediaMark } from './media-mark.ts'

test('what is marked is read again, whatever the caption says', () => {
  const media = fc.array(fc.constantFrom(...MEDIA_KINDS), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(media, fc.string(), (kinds, caption) => {
      expect(readMediaMark(markMedia(kinds, caption))).toEqual({ media: kinds, caption })
    }),
  )
})

test.each(['', 'Hello', '[photo]', '[image', '[image]my card', 'see [image] above'])(
  'a text that is none stays a text: %s',
  (text) => {
    expect(readMediaMark(text)).toBeNull()
  },
)
