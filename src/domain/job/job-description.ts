import { sanitiseText } from '../../lib/sanitise-text.ts'

/** What the agents may know of a job. */
export type JobFacts = {
  readonly title: string
  readonly company: string
  readonly location: string
  readonly employmentType?: string
  /** As a recruiter writes it: "£180–£220 a day". */
  readonly salaryRange?: string
  readonly description?: string
}

/** One line, so that no field can pretend to be another. */
function oneLine(text: string): string {
  return sanitiseText(text).replace(/\s+/g, ' ').trim()
}

/**
 * The job as the launch webhook tells it, one labelled line a fact, the description last since
 * it may have lines of its own. Facts that are missing are left out, not sent empty: an agent
 * would read "Company:" aloud.
 */
export function jobDescription(job: JobFacts): string {
  const facts = [
    ['Job Title', oneLine(job.title)],
    ['Company', oneLine(job.company)],
    ['Location', oneLine(job.location)],
    ['Employment Type', oneLine(job.employmentType ?? '')],
    ['Salary', oneLine(job.salaryRange ?? '')],
    [
      'Description',
      sanitiseText(job.description ?? '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    ],
  ] as const
  return facts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n')
}
