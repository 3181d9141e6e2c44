/** Invented people with Ofcom's fictional numbers, the same in every run. */
import type { ImportRow } from '../../src/data/frontend/imports.ts'
import { demoEmail, demoPhone, demoPhoneGiven } from '../demo-data/demo-people.ts'

const FIRST = `Aisha Adrian Bethany Carl Chloe Dawid Elliot Femi Georgia Harpreet Iwona Joel Keira
  Laszlo Megan Nadia Oskar Paolo Quentin Rosa Simon Tamara Umar Vera Will Yvonne Zoltan`
  .trim()
  .split(/\s+/)

const LAST = `Abbott Bielak Costa Dunne Eriksen Farrow Gill Haddad Ikeda Jarvis Kerr Lopez Madden
  Naylor Osei Parry Quinlan Rossi Sandhu Teller Underhill Varga Winter Yilmaz`
  .trim()
  .split(/\s+/)

const PLACES = [
  ['Leeds', 'LS9 8AH'],
  ['Bristol', 'BS2 0JP'],
  ['Croydon', 'CR0 1EA'],
  ['Birmingham', 'B12 0TP'],
  ['Sheffield', 'S9 2QL'],
  ['Reading', 'RG1 3EU'],
] as const

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** The name that goes with a number; names come again only after 648 people. */
function practiceName(number: number): string {
  const round = Math.floor(number / FIRST.length)
  return `${at(FIRST, number)} ${at(LAST, round + 7 * (number % FIRST.length))}`
}

/** Rows of an import for the numbers 07700 900`from` to 900`to`. */
export function practiceRows(from: number, to: number, trade: string): ImportRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index
    const name = practiceName(number)
    const [location, postcode] = at(PLACES, number)
    return {
      row: index + 1,
      name,
      phone_e164: demoPhone(number),
      phone_given: demoPhoneGiven(number),
      phone_valid: true,
      email: number % 4 === 0 ? '' : demoEmail(name),
      postcode,
      location,
      trade,
      blue_card: number % 3 === 0 ? null : number % 3 === 1,
      green_card: number % 5 === 0,
      notes: '',
    }
  })
}
