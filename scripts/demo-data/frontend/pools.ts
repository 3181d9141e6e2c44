import { demoId } from '../demo-id.ts'
import { demoEmail, demoName, demoPhoneGiven } from '../demo-people.ts'
import { DAYS, type DemoContext, type DemoOffice, HOURS, type NewRow } from './rows.ts'

export const LONDON_PLUMBERS = 1
export const MANCHESTER_ELECTRICIANS = 2
export const NORTH_WEST_CARDS = 3

const OFFICE_OF: Readonly<Record<number, DemoOffice>> = {
  [LONDON_PLUMBERS]: 'London',
  [MANCHESTER_ELECTRICIANS]: 'Manchester',
  [NORTH_WEST_CARDS]: 'Manchester',
}

export function demoDatasets({ minutesAgo, office, accounts }: DemoContext) {
  const common = { created_by: accounts.recruiter }
  return [
    {
      ...common,
      id: demoId('dataset', LONDON_PLUMBERS),
      office_id: office('London'),
      name: 'London plumbers',
      description: 'Plumbers within an hour of zone 1, kept by the London desk.',
      source: 'manual',
      created_at: minutesAgo(20 * DAYS),
    },
    {
      ...common,
      id: demoId('dataset', MANCHESTER_ELECTRICIANS),
      office_id: office('Manchester'),
      name: 'Manchester electricians',
      description: 'From the job fair in Salford.',
      source: 'csv',
      created_at: minutesAgo(8 * DAYS),
    },
    {
      ...common,
      id: demoId('dataset', NORTH_WEST_CARDS),
      office_id: office('Manchester'),
      name: 'CSCS card holders, North West',
      description: 'Blue and green cards checked by us.',
      source: 'imported',
      created_at: minutesAgo(6 * DAYS),
    },
  ] satisfies NewRow<'datasets'>[]
}

type Member = readonly [
  pool: number,
  person: number | null,
  trade: string,
  postcode: string,
  location: string,
  card: 'blue' | 'green' | 'both' | 'none' | 'unknown',
]

/**
 * Among those the draft campaign would contact, one has opted out (216), one is in the running
 * campaign (113), one stands in both pools (218), and one has no number: a launch itemises them.
 */
const MEMBERS: readonly Member[] = [
  [LONDON_PLUMBERS, 107, 'Plumber', 'E1 5LP', 'Whitechapel', 'blue'],
  [LONDON_PLUMBERS, 108, 'Plumber', 'SE8 4HJ', 'Deptford', 'blue'],
  [LONDON_PLUMBERS, 109, 'Plumber', 'N15 4PG', 'Tottenham', 'green'],
  [LONDON_PLUMBERS, 110, 'Pipe fitter', 'IG11 8RW', 'Barking', 'both'],
  [LONDON_PLUMBERS, 111, 'Plumber', 'CR0 2TQ', 'Croydon', 'none'],
  [LONDON_PLUMBERS, 112, 'Heating engineer', 'W3 7QS', 'Acton', 'blue'],
  [LONDON_PLUMBERS, 162, 'Plumber’s mate', 'SW9 8LF', 'Brixton', 'green'],
  [LONDON_PLUMBERS, 163, 'Plumber', 'NW10 9AB', 'Willesden', 'unknown'],
  [MANCHESTER_ELECTRICIANS, 210, 'Electrician', 'M50 3AZ', 'Salford', 'blue'],
  [MANCHESTER_ELECTRICIANS, 211, 'Electrician', 'M14 5TB', 'Rusholme', 'blue'],
  [MANCHESTER_ELECTRICIANS, 212, 'Electrician', 'OL1 3LF', 'Oldham', 'both'],
  [MANCHESTER_ELECTRICIANS, 213, 'Electrician', 'SK1 1EB', 'Stockport', 'unknown'],
  [MANCHESTER_ELECTRICIANS, 214, 'Electrician', 'BL1 2AR', 'Bolton', 'green'],
  [MANCHESTER_ELECTRICIANS, 215, 'Testing engineer', 'WA14 4RP', 'Altrincham', 'blue'],
  [MANCHESTER_ELECTRICIANS, 216, 'Electrician', 'M21 9WQ', 'Chorlton', 'blue'],
  [MANCHESTER_ELECTRICIANS, 113, 'Electrician', 'M4 6BF', 'Ancoats', 'none'],
  [MANCHESTER_ELECTRICIANS, 218, 'Electrician', 'M33 7XZ', 'Sale', 'blue'],
  [NORTH_WEST_CARDS, 218, 'Electrician', 'M33 7XZ', 'Sale', 'blue'],
  [NORTH_WEST_CARDS, 219, 'Electrician', 'WN1 1BL', 'Wigan', 'green'],
  [NORTH_WEST_CARDS, 220, 'Electrician’s mate', 'PR1 2HE', 'Preston', 'green'],
  [NORTH_WEST_CARDS, null, 'Electrician', 'L3 4AA', 'Liverpool', 'blue'],
]

/** The member without a number: reachable through the office alone. */
const WITHOUT_NUMBER = 'Dennis Fairclough'

export function demoMembers({ minutesAgo, office, person, accounts }: DemoContext) {
  return MEMBERS.map(([pool, number, trade, postcode, location, card], index) => {
    const name = number === null ? WITHOUT_NUMBER : demoName(number)
    return {
      id: demoId('member', index + 1),
      dataset_id: demoId('dataset', pool),
      office_id: office(OFFICE_OF[pool] ?? 'London'),
      person_id: number === null ? null : person(number),
      name,
      phone_given: number === null ? '' : demoPhoneGiven(number),
      email: demoEmail(name),
      postcode,
      location,
      trade,
      blue_card: card === 'unknown' ? null : card === 'blue' || card === 'both',
      green_card: card === 'unknown' ? null : card === 'green' || card === 'both',
      created_by: accounts.recruiter,
      created_at: minutesAgo(6 * DAYS - index * HOURS),
    }
  }) satisfies NewRow<'dataset_candidates'>[]
}
