import type { StackMount } from '../stack/mounts.ts'
import { StackError } from '../stack/stack-error.ts'
import { createDemoAgent, parseDemoSpeed } from './create-demo-agent.ts'

/** The demo agent as the local stack runs it, where no real n8n is named. */
export const demoAgentMount: StackMount = {
  name: 'The demo agent',
  path: '/webhook',
  start: ({ addresses, secrets, report }) => {
    const text = process.env['ROLLCALL_DEMO_SPEED']
    const speed = parseDemoSpeed(text)
    if (speed === null) {
      throw new StackError(
        `ROLLCALL_DEMO_SPEED is "${text}", which is not a speed.`,
        'Use a number above 0: 1 lets conversations take minutes, 60 takes a second for a minute.',
      )
    }
    const agent = createDemoAgent({
      backendDbUrl: addresses.backend.dbUrl,
      webhookSecrets: [secrets.webhookSecret],
      speed,
      webhookUrl: addresses.webhook.url,
      report,
    })
    return Promise.resolve({ fetch: async (request) => agent.app.fetch(request), stop: agent.stop })
  },
}
