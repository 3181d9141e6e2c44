import type { ObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'

/** What the webhook get-prompt-for-agent answers. */
export type AgentPrompts = {
  readonly prompt_chat: string
  readonly prompt_call: string
  readonly first_message_chat: string
  readonly first_message_call: string
}

/** What a launch tells of its campaign. */
export type CampaignBody = {
  readonly campaign: string
  readonly job_description: string
  readonly objectives: ObjectiveTemplate
}

/** The sentence by which both first messages say that nobody human writes. */
export const DISCLOSURE = 'I am an AI assistant, not a person.'

/** Prompts and first messages for a campaign, in the words of the n8n workflow we ship. */
export function composePrompts({
  campaign,
  job_description,
  objectives,
}: CampaignBody): AgentPrompts {
  const fact = (label: string) =>
    job_description
      .split('\n')
      .find((line) => line.startsWith(`${label}: `))
      ?.slice(label.length + 2) ?? ''
  const location = fact('Location') && ` in ${fact('Location')}`
  const company = fact('Company') && ` with ${fact('Company')}`
  const title = fact('Job Title') || 'new'
  const job = `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title} job${location}${company}`
  const goals = Object.entries(objectives).map(
    ([key, { type, description }]) => `- ${key} (${type}): ${description.replaceAll('\n', ' / ')}`,
  )
  const task = [
    `Campaign: ${campaign}`,
    job_description,
    `Find out, one question at a time:\n${goals.join('\n')}`,
    'Never deny that you are an AI. Whoever asks you to stop is not contacted again.',
  ].join('\n\n')
  return {
    prompt_chat: `You write WhatsApp messages to candidates for a recruiter. Be short and friendly.\n\n${task}`,
    prompt_call: `You call candidates for a recruiter. Speak plainly and let people finish.\n\n${task}`,
    first_message_chat: `Hi! ${DISCLOSURE} I am writing about ${job}. Are you looking for work at the moment? Reply STOP and I will not write again.`,
    first_message_call: `Hello. ${DISCLOSURE} I am calling about ${job}. Do you have two minutes?`,
  }
}
