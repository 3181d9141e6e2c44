import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityKey, parseEmail, parseWhatsappId } from './person-identity.ts'
import { initialsOf, joinName, normaliseName, splitName } from './person-name.ts'

test.each([
  ['Ann Smith', 'Ann', 'Smith'],
  ['  Ann\u00A0 Marie   Smith ', 'Ann Marie', 'Smith'],
  ['Smith, Ann Marie', 'Ann Marie', 'Smith'],
  ['Ana de Souza', 'Ana', 'de Souza'],
  ['Jan van der Berg', 'Jan', 'van der Berg'],
  ['Mr. John O’Neill', 'John', 'O’Neill'],
  ['Dr Ann Smith', 'Ann', 'Smith'],
  ['Van Nguyen', 'Van', 'Nguyen'],
  ['Ann', 'Ann', ''],
  ['Dr', 'Dr', ''],
  ['Smith,', 'Smith', ''],
  ['', '', ''],
])('%j is %s %s', (text, forename, surname) => {
  expect(splitName(text)).toEqual({ forename, surname })
})

test('what PostgreSQL refuses and nobody sees is taken out of a name, its case stays', () => {
  expect(normaliseName('Ann\u0000\u200B McDonald\t')).toBe('Ann McDonald')
  expect(normaliseName('Zoe\u0308')).toBe('Zoë')
})

test.each([
  ['Ann Smith', 'AS'],
  ['Ana de Souza', 'AS'],
  ['ann', 'A'],
  ['łukasz żak', 'ŁŻ'],
  ['(Ann) "Annie" Smith', 'AS'],
  ['𠮷田', '𠮷'],
  ['🙂', '?'],
  ['', '?'],
])('the initials of %j are %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials)
})

test('splitting and joining loses no word but a title, and settles at once', () => {
  const word = fc.constantFrom('Ann', 'de', 'van', 'Smith', 'O’Neill', 'Żak', 'Mr', 'Li')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const name = joinName(splitName(words.join('  ')))
      const untitled = words[0] === 'Mr' && words.length > 1 ? words.slice(1) : words
      expect(name).toBe(untitled.join(' '))
      expect(normaliseName(name)).toBe(name)
    }),
  )
})

test('any text is a name without line breaks and doubled blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = joinName(splitName(text))
      expect(name).not.toMatch(/\s\s|\p{Cc}/u)
      expect(initialsOf(text).length).toBeGreaterThan(0)
    }),
  )
})

test('e-mail addresses have one form', () => {
  expect(parseEmail(' Ann.Smith@Example.COM ')).toBe('ann.smith@example.com')
  expect(parseEmail('mailto:ann@example.com')).toBe('ann@example.com')
  for (const text of ['', 'ann', 'ann@', 'ann@example', 'a b@example.com', 'a@b.c, d@e.f']) {
    expect(parseEmail(text)).toBeNull()
  }
})

test('a WhatsApp id names a phone, or a person without one', () => {
  const phone = { kind: 'phone', e164: '+447700900123' }
  expect(parseWhatsappId('447700900123@s.whatsapp.net')).toEqual(phone)
  expect(parseWhatsappId('447700900123:7@C.us')).toEqual(phone)
  const hidden = parseWhatsappId('123456789012345@lid')
  expect(hidden).toEqual({ kind: 'whatsapp-lid', lid: '123456789012345' })
  expect(parseWhatsappId('120363041234567890@g.us')).toBeNull()
  expect(parseWhatsappId('12345678901234567890@c.us')).toBeNull()
  expect(hidden && identityKey(hidden)).toBe('whatsapp-lid:123456789012345')
})
