import { z } from 'zod'
import { parseJsonText } from '../../lib/json.ts'

/** JSON that travels as text, because a jsonb around it would reorder its keys. */
export const jsonText = z.string().transform((text) => parseJsonText(text, text.length))
