/** What an agency of some size would have on its hands: jobs, their pools, and a campaign each. */
import type { JobFields } from '../../src/data/frontend/jobs.ts'
import { demoId } from '../demo-data/demo-id.ts'

export type PracticePlan = {
  readonly office: 'London' | 'Manchester'
  readonly job: JobFields
  /** The job of the demo data that these are the fields of; without it a job is created. */
  readonly demoJobId?: string
  readonly pool: string
  /** The last three digits of the first and the last number in the pool. */
  readonly numbers: readonly [from: number, to: number]
  readonly campaign: string
  /** What becomes of the campaign. */
  readonly outcome: 'answered' | 'paused' | 'stopped' | 'scheduled'
}

const job = (fields: Partial<JobFields> & Pick<JobFields, 'title'>): JobFields => ({
  company: '',
  location: '',
  employmentType: 'Contract, CIS',
  salaryRange: '',
  openPositions: 4,
  target: 4,
  description: '',
  tags: [],
  state: 'open',
  ...fields,
})

export const PRACTICE_PLANS: readonly PracticePlan[] = [
  {
    office: 'Manchester',
    job: job({
      title: 'Site carpenter',
      company: 'Aire Joinery',
      location: 'Holbeck, Leeds LS11',
      salaryRange: '£190–£215 a day',
      openPositions: 10,
      target: 12,
      description: 'Second fix on student flats: doors, skirting, kitchens. Own tools and van.',
      tags: ['second fix', 'CSCS'],
    }),
    pool: 'Carpenters, Yorkshire',
    numbers: [230, 349],
    campaign: 'Site carpenter - Leeds',
    outcome: 'answered',
  },
  {
    office: 'London',
    job: job({
      title: 'Night cleaner',
      company: 'Crystal Facilities',
      location: 'Croydon CR0',
      employmentType: 'Temporary, PAYE',
      salaryRange: '£13.85 an hour',
      openPositions: 20,
      target: 20,
      description: 'Offices and a shopping centre, 22:00 to 06:00, four nights a week.',
      tags: ['nights'],
    }),
    pool: 'Cleaners, South London',
    numbers: [350, 429],
    campaign: 'Night cleaner - Croydon',
    outcome: 'answered',
  },
  {
    office: 'London',
    job: job({
      title: 'Groundworker',
      company: 'Kennet Civils',
      location: 'Reading RG2',
      salaryRange: '£170–£185 a day',
      description: 'Drainage and kerbs on a housing estate. CSCS and steel toe caps.',
      tags: ['drainage', 'CSCS'],
    }),
    pool: 'Groundworkers, Thames Valley',
    numbers: [430, 489],
    campaign: 'Groundworker - Reading',
    outcome: 'paused',
  },
  {
    office: 'Manchester',
    job: job({
      title: 'Forklift driver',
      company: 'Trafford Cold Store',
      location: 'Trafford Park, Manchester M17',
      employmentType: 'Temporary, PAYE',
      salaryRange: '£14.20 an hour',
      state: 'on-hold',
      tags: ['counterbalance', 'reach'],
    }),
    pool: 'Forklift licences',
    numbers: [490, 529],
    campaign: 'Forklift driver - Trafford Park',
    outcome: 'stopped',
  },
  {
    office: 'London',
    job: job({
      title: 'Quantity surveyor',
      company: 'Avon & Frome',
      location: 'Bristol BS1',
      employmentType: 'Permanent',
      salaryRange: '£52,000–£60,000',
      openPositions: 1,
      target: 1,
      tags: ['NEC4'],
    }),
    pool: 'Surveyors',
    numbers: [530, 554],
    campaign: 'Quantity surveyor - Bristol',
    outcome: 'scheduled',
  },
  {
    office: 'London',
    job: job({ title: 'Plumber', company: 'Thames Fit-Out' }),
    demoJobId: demoId('job', 1),
    pool: 'Plumbers, second round',
    numbers: [555, 599],
    campaign: 'Plumber - second round',
    outcome: 'answered',
  },
]
