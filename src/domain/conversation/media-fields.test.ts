import { expect, test } from 'vitest'
import { parseChatMessage } from './parse-chat-message.ts'

const WEBHOOK = { from: '447700900123', id: 'wamid.HBg', timestamp: '1772355600' }

test.each([
  [{ sender: 'user', event: 'media', mime: 'image/jpeg', caption: 'My card' }, 'inbound', 'image'],
  [{ sender: 'agent', text: '', media: { type: 'document', url: 'x' } }, 'outbound', 'file'],
  [{ type: 'human', content: '', attachments: [{ mimetype: 'audio/ogg' }] }, 'inbound', 'audio'],
  [{ type: 'human', content: { type: 'video', url: 'x' } }, 'inbound', 'video'],
  [{ ...WEBHOOK, type: 'image', image: { mime_type: 'image/jpeg' } }, 'inbound', 'image'],
  [{ ...WEBHOOK, type: 'sticker', sticker: { id: '1' } }, 'inbound', 'image'],
  [{ ...WEBHOOK, type: 'audio', audio: { voice: true } }, 'inbound', 'audio'],
  [{ from_me: true, document: { mime_type: 'application/pdf' } }, 'outbound', 'file'],
  // Nobody is guessed.
  [{ event: 'media', mime: 'image/jpeg', note: 'a card' }, 'internal', 'image'],
])('a picture, recording or file is shown as one: %j', (raw, direction, media) => {
  expect(parseChatMessage(raw)).toMatchObject({
    direction,
    kind: 'media',
    hidden: false,
    media: [media],
  })
})

test('a caption is what was said with it', () => {
  const image = { mime_type: 'image/jpeg', caption: 'My card' }
  expect(parseChatMessage({ ...WEBHOOK, type: 'image', image }).text).toBe('My card')
  expect(parseChatMessage({ sender: 'user', text: 'Here', mime: 'image/png' })).toMatchObject({
    kind: 'media',
    text: 'Here',
  })
})
