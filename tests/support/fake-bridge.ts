/** A bridge of canned answers for component tests, behind the app's own client. */
import { provideBridge } from '../../src/data/bridge/browser-client.ts'
import { AppError } from '../../src/lib/app-error.ts'

export type FakeBridgeRequest = { readonly call: string; readonly body: unknown }

/**
 * Provides the tab's bridge client with these answers, by call ("post campaigns/1/pause"). An
 * answer may throw an AppError; a call nobody expected is not found.
 */
export function provideFakeBridge(answers: Readonly<Record<string, (body: unknown) => unknown>>): {
  readonly requests: readonly FakeBridgeRequest[]
} {
  const requests: FakeBridgeRequest[] = []
  provideBridge({
    request: async (method, path, schema, body) => {
      const call = `${method} ${path}`
      requests.push({ call, body })
      const answer = answers[call]
      if (answer === undefined) throw new AppError('not-found', `no answer for ${call}`)
      return schema.parse(await answer(body))
    },
  })
  return { requests }
}
