/** Asks the agents' side for the prompts and first messages of a campaign; the wizard shows them. */
import { z } from 'zod'
import { DELIVERY_MESSAGES } from '../domain/campaign/delivery-code.ts'
import { AppError, type AppErrorKind } from '../lib/app-error.ts'
import { sanitiseText } from '../lib/sanitise-text.ts'
import { buildBody, buildLaunchPayload, type PayloadSource } from './build-payload.ts'
import { classifyAnswer, type Outcome, type WebhookAnswer } from './classify-answer.ts'
import type { Webhook } from './ports.ts'

const text = z.string().default('').transform(sanitiseText)

const promptsSchema = z
  .object({
    prompt_chat: text,
    prompt_call: text,
    first_message_chat: text,
    first_message_call: text,
  })
  .transform((answer) => ({
    promptChat: answer.prompt_chat,
    promptCall: answer.prompt_call,
    firstMessageChat: answer.first_message_chat,
    firstMessageCall: answer.first_message_call,
  }))
  .refine((prompts) => Object.values(prompts).some((words) => words.trim() !== ''))

/** What the agents would be told, and would say first, for this campaign. */
export type AgentPrompts = z.infer<typeof promptsSchema>

/**
 * @param id names this request to the receiver
 * @throws AppError with what to do where the webhook can't be reached or answers something else
 */
export async function getPrompts(
  webhook: Webhook,
  source: PayloadSource,
  id: string,
): Promise<AgentPrompts> {
  const body = buildBody(buildLaunchPayload(source), [])
  const answer = await webhook.post('get-prompt-for-agent', { id, body })
  const prompts = readPrompts(answer)
  if (prompts !== null) return prompts
  throw faultOf(classifyAnswer(answer, 0))
}

function readPrompts(answer: WebhookAnswer): AgentPrompts | null {
  if (answer.kind !== 'answer' || answer.status < 200 || answer.status > 299) return null
  try {
    return promptsSchema.safeParse(JSON.parse(answer.body)).data ?? null
  } catch {
    return null
  }
}

function faultOf(outcome: Outcome): AppError {
  if (outcome.kind === 'accepted' || outcome.code === 'answer_unreadable') {
    return new AppError('contract', 'The agents’ webhook answered without prompts.', {
      code: 'prompts_unreadable',
      hint: 'Check the workflow “get-prompt-for-agent”, or write the first messages yourself.',
      status: outcome.status ?? undefined,
    })
  }
  const { message } = DELIVERY_MESSAGES[outcome.code]
  return new AppError(kindOf(outcome), message, {
    code: outcome.code,
    hint: 'Try again when it is put right, or write the first messages yourself.',
    status: outcome.status ?? undefined,
    retryAfterSeconds: outcome.retryAfterSeconds ?? undefined,
  })
}

function kindOf({ kind, code, retryable }: Outcome): AppErrorKind {
  if (code === 'timeout') return 'timeout'
  if (code === 'rate_limited') return 'rate-limited'
  return retryable || kind === 'unconfirmed' ? 'unavailable' : 'contract'
}
