/** What recruiters do to campaigns. Each route checks the asker's own rights first. */
import { Hono } from 'hono'
import { z } from 'zod'
import { unwrap } from '../../data/unwrap.ts'
import { isE164 } from '../../domain/phone/e164.ts'
import { getPrompts } from '../../launch/get-prompt.ts'
import { launchCampaign, previewBody } from '../../launch/launch-campaign.ts'
import { sendTest } from '../../launch/test-send.ts'
import { AppError } from '../../lib/app-error.ts'
import { requireCampaign, requireRecruiter, type Asker } from '../access.ts'
import type { BridgeParts } from '../parts.ts'
import { readBody } from '../read-body.ts'
import { work } from '../work.ts'

const launchBody = z.object({ previewHash: z.string().min(1) })
const retryBody = z.object({ scope: z.enum(['failed', 'needs-decision']).default('failed') })
/** The asker's own number: they are really contacted. */
const testBody = z.object({
  phone: z.string().refine(isE164, 'a number in E.164, such as +447700900100'),
})
const previewSchema = z.looseObject({
  sampleTasks: z.array(z.object({ session: z.string(), phone_number: z.string() })).default([]),
})

async function preview(parts: BridgeParts, asker: Asker, campaignId: string) {
  const answer = unwrap(await asker.client.rpc('preview_campaign', { p_campaign: campaignId }))
  const { sampleTasks, ...rest } = previewSchema.parse(answer)
  const source = await parts.launchStore.readSource(campaignId)
  const tasks = sampleTasks.map((task) => ({
    session: task.session,
    phoneNumber: task.phone_number,
  }))
  return { preview: rest, payload: previewBody(source, tasks) }
}

export function campaignRoutes(parts: BridgeParts): Hono {
  const app = new Hono()

  /** Checks that the asker may act on the campaign of the address. */
  async function mayChange(request: Request, campaignId: string): Promise<Asker> {
    const asker = await parts.askerOf(request)
    await requireCampaign(asker, campaignId)
    requireRecruiter(asker)
    return asker
  }

  app.post('/campaigns/:id/preview', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    await requireCampaign(asker, context.req.param('id'))
    return context.json(await preview(parts, asker, context.req.param('id')))
  })

  app.post('/campaigns/:id/prompts', async (context) => {
    await mayChange(context.req.raw, context.req.param('id'))
    const source = await parts.launchStore.readSource(context.req.param('id'))
    const { webhook } = await parts.launch()
    const prompts = await getPrompts(webhook, source, crypto.randomUUID())
    return context.json({
      prompt_chat: prompts.promptChat,
      prompt_call: prompts.promptCall,
      first_message_chat: prompts.firstMessageChat,
      first_message_call: prompts.firstMessageCall,
    })
  })

  app.post('/campaigns/:id/launch', async (context) => {
    const campaignId = context.req.param('id')
    const asker = await mayChange(context.req.raw, campaignId)
    const { previewHash } = await readBody(context.req.raw, launchBody)
    const press = { campaignId, actorId: asker.userId, previewHash }
    const result = await launchCampaign(parts.launchStore, press)
    if (result.result === 'changed') {
      throw new AppError(
        'conflict',
        'The audience or the campaign changed since you looked at it.',
        {
          code: 'audience_changed',
          hint: 'Look at the new numbers and launch again if they are right.',
          current: { ...(await preview(parts, asker, campaignId)), difference: result.difference },
        },
      )
    }
    // The first batches go at once; the timer goes on with them if this process ends.
    parts.runtime.defer(work(parts))
    const { launchId, planned } = result
    return context.json({ launchId, planned, repeated: result.result === 'repeated' })
  })

  for (const action of ['pause', 'resume', 'stop', 'unschedule'] as const) {
    app.post(`/campaigns/:id/${action}`, async (context) => {
      const campaignId = context.req.param('id')
      const asker = await mayChange(context.req.raw, campaignId)
      const state = await parts.launchStore.setCampaignState(campaignId, asker.userId, action)
      if (action === 'resume' || action === 'stop') parts.runtime.defer(work(parts))
      return context.json(state)
    })
  }

  app.post('/campaigns/:id/test-send', async (context) => {
    const campaignId = context.req.param('id')
    const asker = await mayChange(context.req.raw, campaignId)
    const { phone } = await readBody(context.req.raw, testBody)
    const report = await sendTest(await parts.launch(), {
      campaignId,
      actorId: asker.userId,
      phone,
      newId: () => crypto.randomUUID(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    return context.json(report)
  })

  app.post('/campaigns/:id/retry', async (context) => {
    const campaignId = context.req.param('id')
    const asker = await mayChange(context.req.raw, campaignId)
    const { scope } = await readBody(context.req.raw, retryBody)
    const answer = await parts.launchStore.retryCampaign(campaignId, asker.userId, scope)
    parts.runtime.defer(work(parts))
    return context.json(answer)
  })

  app.post('/campaigns/:id/take-as-sent', async (context) => {
    const campaignId = context.req.param('id')
    const asker = await mayChange(context.req.raw, campaignId)
    return context.json(await parts.launchStore.takeAsSent(campaignId, asker.userId))
  })
  return app
}
