/** A request's JSON body, parsed; AppError `invalid` names what is wrong with it. */
import type { z } from 'zod'
import { AppError } from '../lib/app-error.ts'

/** In characters. Bodies to the bridge are small: ids, a hash, a number. */
const MAX_BODY_LENGTH = 64 * 1024

/** @param fallback what an empty body stands for */
export async function readBody<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  fallback: unknown = {},
): Promise<Body> {
  const text = await request.text()
  if (text.length > MAX_BODY_LENGTH) {
    throw new AppError('invalid', 'This request is too large.', {
      code: 'body_too_large',
      hint: 'Send less at once.',
    })
  }
  let body: unknown = fallback
  if (text.trim() !== '') {
    try {
      body = JSON.parse(text)
    } catch (cause) {
      throw new AppError('invalid', 'This request is not JSON.', {
        cause,
        code: 'body_not_json',
        hint: 'Send a JSON body.',
      })
    }
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`,
  )
  throw new AppError('invalid', `This request is not complete: ${faults.join('; ')}`, {
    code: 'body_shape',
    hint: 'Reload the page; app and bridge may be of different versions.',
  })
}
