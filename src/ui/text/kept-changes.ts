import { jobFormText } from './jobs.ts'

/** What a change that was kept without a network asks for, and what stands there now. */
export const keptChangeText = {
  someCandidate: 'A candidate',
  assignedTo: (name: string) => `Assigned to ${name}`,
  nobody: 'Assigned to nobody',
  followUpOn: (day: string) => `Follow-up on ${day}`,
  noFollowUp: 'No follow-up',
  addTags: (tags: string) => `Add tags: ${tags}`,
  removeTags: (tags: string) => `Take away tags: ${tags}`,
  empty: '(empty)',
} as const

/** The fields of a job by their column. */
export const keptFieldText: Readonly<Record<string, string>> = {
  title: jobFormText.title,
  company: jobFormText.company,
  location: jobFormText.location,
  employment_type: jobFormText.employmentType,
  salary_range: jobFormText.salary,
  open_positions: jobFormText.openPositions,
  target: jobFormText.target,
  state: jobFormText.state,
  tags: jobFormText.tags,
  description: jobFormText.description,
}
