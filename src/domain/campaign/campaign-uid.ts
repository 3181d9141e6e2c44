import { randomBelow, type Random } from '../../lib/random.ts'

const LENGTH = 9
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

function pick(random: Random, alphabet: string): string {
  return alphabet.charAt(randomBelow(random, alphabet.length))
}

/**
 * True for a campaign's uid: nine lower-case letters and digits, at least one of each. So no
 * phone and no word of nine letters is taken for one ("driver_liverpool" has no uid).
 */
export function isCampaignUid(text: string): boolean {
  return /^(?=.*[a-z])(?=.*[0-9])[a-z0-9]{9}$/.test(text)
}

/** A new uid, such as `abc123xyz`. Unique by chance (about 10^14); the database refuses repeats. */
export function generateCampaignUid(random: Random): string {
  const characters = Array.from({ length: LENGTH }, () => pick(random, LETTERS + DIGITS))
  // Settled by replacing, not by drawing again, so that it ends whatever `random` gives.
  const letterAt = randomBelow(random, LENGTH)
  if (!isCampaignUid(characters.join(''))) {
    characters[letterAt] = pick(random, LETTERS)
    characters[(letterAt + 1) % LENGTH] = pick(random, DIGITS)
  }
  return characters.join('')
}
