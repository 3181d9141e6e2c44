import { foldText } from './fold-text.ts'

// Cyrillic and Greek, letter by letter: readable, not reversible. After folding, й is и and ё is е.
const CYRILLIC =
  'а a б b в v г g ґ g д d е e є ye ж zh з z и i і i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c ђ dj у u ф f х kh ц ts ч ch џ dz ш sh щ shch ы y э e ю yu я ya'
const GREEK =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'

const LATIN: ReadonlyMap<string, string> = new Map(
  [...`${CYRILLIC} ${GREEK}`.matchAll(/(\S+) (\S+)/g)].map(([, from = '', to = '']) => [from, to]),
)

/**
 * The words of a name in lower-case ASCII letters and digits, for ids that machines read:
 * slugs and objective keys. Cyrillic and Greek are spelt in Latin letters; scripts that can't
 * be spelt letter by letter (Arabic, Chinese) drop out, so the result may be empty.
 */
export function asciiWords(text: string): string[] {
  const latin = foldText(text)
    .replace(/['’ʼ`]/g, '') // "driver's" is one word
    .replaceAll('&', ' and ')
    .replace(/[\u0370-\u04FF]/g, (letter) => LATIN.get(letter) ?? '')
  return latin.match(/[a-z0-9]+/g) ?? []
}
