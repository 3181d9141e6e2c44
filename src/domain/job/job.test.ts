import { expect, test } from 'vitest'
import { jobDescription } from './job-description.ts'
import { jobForm } from './job-form.ts'

const job = { title: 'Plumber', company: 'Example Homes', location: 'London' }

test('the agents are told title, company and location, a line each', () => {
  expect(jobDescription(job)).toBe('Job Title: Plumber\nCompany: Example Homes\nLocation: London')
})

test('more facts follow when they are known, the description last', () => {
  const more = {
    ...job,
    employmentType: 'Temporary',
    salaryRange: '£200 a day',
    description: 'Start Monday.\r\nOwn tools.',
  }
  expect(jobDescription(more)).toBe(
    `${jobDescription(job)}\nEmployment Type: Temporary\nSalary: £200 a day\nDescription: Start Monday.\nOwn tools.`,
  )
})

test('what is not known is not mentioned', () => {
  expect(jobDescription({ title: 'Plumber', company: ' ', location: '', description: '' })).toBe(
    'Job Title: Plumber',
  )
})

test('no field can pretend to be another, and what PostgreSQL refuses is gone', () => {
  expect(jobDescription({ ...job, title: 'Plumber\nSalary: £1\u0000' })).toBe(
    'Job Title: Plumber Salary: £1\nCompany: Example Homes\nLocation: London',
  )
})

const filledIn = {
  ...job,
  employmentType: '',
  salaryRange: '',
  openPositions: 3,
  target: 2,
  description: '',
  tags: [' gas ', 'gas', ''],
}

test('a form is trimmed, its tags are there once', () => {
  expect(jobForm.parse({ ...filledIn, title: ' Plumber ' })).toEqual({ ...filledIn, tags: ['gas'] })
})

test.each([
  [{ title: '  ' }, 'Give the job a title.'],
  [{ title: 'x'.repeat(201) }, 'The job title is too long. Keep it under 200 characters.'],
  [{ openPositions: -1 }, 'Open positions can’t be negative.'],
  [{ target: 1.5 }, 'The target must be a whole number.'],
  [{ target: '' }, 'The target must be a number.'],
])('a form with %j says what to do', (change, message) => {
  const parsed = jobForm.safeParse({ ...filledIn, ...change })
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})
