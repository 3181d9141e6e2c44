import { z } from 'zod'
import { sanitiseText } from '../../lib/sanitise-text.ts'

function text(label: string, max: number) {
  return z
    .string()
    .transform((value) => sanitiseText(value).trim())
    .pipe(z.string().max(max, `${label} is too long. Keep it under ${max} characters.`))
}

function count(label: string) {
  return z
    .number({ error: `${label} must be a number.` })
    .int(`${label} must be a whole number.`)
    .min(0, `${label} can’t be negative.`)
    .max(100_000, `${label} is too large.`)
}

/** Tags without blanks and repeats, in the order they were typed. */
const tags = z
  .array(text('A tag', 60))
  .transform((values) => [...new Set(values.filter((value) => value !== ''))])
  .pipe(z.array(z.string()).max(50, 'There are too many tags. Keep at most 50.'))

/** The fields of a job as a recruiter fills them in; lengths as the frontend database allows. */
export const jobForm = z.object({
  title: text('The job title', 200).pipe(z.string().min(1, 'Give the job a title.')),
  company: text('The company', 200),
  location: text('The location', 200),
  employmentType: text('The employment type', 100),
  salaryRange: text('The salary', 100),
  openPositions: count('Open positions'),
  /** How many to hire by this search. */
  target: count('The target'),
  description: text('The description', 20_000),
  tags,
})
