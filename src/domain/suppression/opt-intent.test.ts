import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optIntent } from './opt-intent.ts'
import { START_WORDS, STOP_WORDS } from './opt-words.ts'

const stopWords = Object.values(STOP_WORDS).flat()
const startWords = Object.values(START_WORDS).flat()

test.each([
  'STOP',
  'stop',
  ' Stop. ',
  'STOP!!!',
  '"Stop"',
  'S.T.O.P',
  'stop 🛑🙏',
  '🛑 STOP',
  'STOP STOP STOP',
  'Please stop',
  'stop, thank you',
  'ＳＴＯＰ',
  'st\u200Bop',
  'Opt-out',
  'OPT OUT please',
  'Don’t contact me',
  'Wypisz mnie',
  'rezygnuje',
  'PRZESTAN',
  'Opriți',
  'opriţi',
  'Dezabonare',
  'Sair',
  'Cancelar, por favor',
  'BAJA',
  'Arrêt',
  'ARRET',
  'Désabonner svp',
  'Stopp bitte',
  'abmelden',
  'إلغاء الاشتراك',
  'الغاء الاشتراك',
  'أوقِف',
  'تـــوقف',
])('%j asks to be left alone', (text) => {
  expect(optIntent(text)).toBe('stop')
})

test.each([
  'START',
  'start!',
  'Unstop',
  'Start again please',
  'wznow',
  'ALTA',
  'Începe',
  'ابدا',
  'Começar',
  'Démarrer',
  'Starten',
])('%j asks to be written to again', (text) => {
  expect(optIntent(text)).toBe('start')
})

test.each([
  '',
  '🛑',
  '?',
  'please',
  'yes',
  'no',
  'When do I start?',
  'I can start on Monday',
  'the bus stop is near my house',
  'Don’t stop, tell me more',
  'stopped working there',
  'Non-stop',
  'stop start',
  'I had to cancel my van insurance',
  'nie wiem',
  'Koniec pracy o piątej',
  'متى أبدأ العمل',
  'Can you cancel the interview and find another day?',
])('%j is part of the conversation', (text) => {
  expect(optIntent(text)).toBeNull()
})

test('no word means both', () => {
  for (const word of stopWords) expect(optIntent(word)).toBe('stop')
  for (const word of startWords) expect(optIntent(word)).toBe('start')
})

test('case, accents, punctuation and emoji around a word change nothing', () => {
  const noise = fc.string({
    unit: fc.constantFrom(' ', '.', '!', '🙏', '👍🏽', '-', '"', '\n'),
    maxLength: 5,
  })
  const word = fc.constantFrom(...stopWords, ...startWords)
  const form = fc.constantFrom('NFC', 'NFD')
  fc.assert(
    fc.property(noise, word, noise, form, fc.boolean(), (before, text, after, unicode, loud) => {
      const written = (loud ? text.toUpperCase() : text).normalize(unicode)
      expect(optIntent(before + written + after)).toBe(optIntent(text))
    }),
  )
})

test('a word among others of a sentence does nothing', () => {
  const words = [...stopWords, ...startWords].filter((word) => !word.includes(' '))
  const others = ['site', 'tomorrow', 'van', 'praca', 'obra', 'chantier', 'العمل', '5']
  const sentence = fc.tuple(
    fc.constantFrom(...words),
    fc.array(fc.constantFrom(...others), { minLength: 1 }),
    fc.nat(),
  )
  fc.assert(
    fc.property(sentence, ([word, around, at]) => {
      const text = around.toSpliced(at % (around.length + 1), 0, word).join(' ')
      expect(optIntent(text)).toBeNull()
    }),
  )
})
