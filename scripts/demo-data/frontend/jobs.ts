import { demoId } from '../demo-id.ts'
import { DAYS, type DemoContext, type NewRow } from './rows.ts'

export const PLUMBER = 1
export const ELECTRICIAN = 2

/** The two vacancies. Their boards are made by the database. */
export function demoJobs({
  minutesAgo,
  office,
  accounts,
}: Pick<DemoContext, 'minutesAgo' | 'office' | 'accounts'>) {
  return [
    {
      id: demoId('job', PLUMBER),
      office_id: office('London'),
      title: 'Plumber',
      company: 'Thames Fit-Out',
      location: 'Southwark, London SE1',
      employment_type: 'Contract, CIS',
      salary_range: '£210–£240 a day',
      open_positions: 6,
      target: 8,
      description:
        'First and second fix on a 140-flat new build by the river. Blue or gold CSCS card, own hand tools. Monday to Friday, 07:30 to 16:30, at least four months of work.',
      tags: ['new-build', 'first fix', 'CSCS'],
      created_by: accounts.admin,
      created_at: minutesAgo(21 * DAYS),
    },
    {
      id: demoId('job', ELECTRICIAN),
      office_id: office('Manchester'),
      title: 'Electrician',
      company: 'Irwell Electrical',
      location: 'Salford Quays, Manchester M50',
      employment_type: 'Permanent',
      salary_range: '£19.50–£22 an hour',
      open_positions: 4,
      target: 4,
      description:
        'Commercial installation and testing on an office refurbishment. 18th Edition and a gold ECS card; AM2 helps. Forty hours a week with paid overtime.',
      tags: ['commercial', '18th Edition', 'ECS'],
      created_by: accounts.admin,
      created_at: minutesAgo(9 * DAYS),
    },
  ] satisfies NewRow<'jobs'>[]
}
