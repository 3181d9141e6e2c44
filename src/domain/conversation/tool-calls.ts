import { isJsonObject, type JsonObject } from '../../lib/json.ts'

const MAX_CALLS = 50

/**
 * Names of the tools that an agent's step called, `''` for a call without one: LangChain's
 * `tool_calls`, or the provider's own under `additional_kwargs`.
 */
export function calledTools(fields: JsonObject): string[] {
  const extra = fields['additional_kwargs']
  const lists = [fields['tool_calls'], isJsonObject(extra) ? extra['tool_calls'] : undefined]
  const calls = lists.find((list): list is unknown[] => Array.isArray(list) && list.length > 0)
  return (calls ?? []).slice(0, MAX_CALLS).map((call) => {
    const inner = isJsonObject(call) && isJsonObject(call['function']) ? call['function'] : call
    return isJsonObject(inner) && typeof inner['name'] === 'string' ? inner['name'] : ''
  })
}
