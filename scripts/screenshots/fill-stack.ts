/**
 * Fills a local stack, beside the demo data, through the doors that recruiters use: pools by import,
 * jobs, campaigns that are launched, whose people the demo agent then answers for.
 */
import { createBridgeClient, type BridgeClient } from '../../src/data/bridge/client.ts'
import {
  changeCampaignState,
  fetchAgentPrompts,
  launchCampaign,
  previewLaunch,
} from '../../src/data/bridge/campaign-actions.ts'
import { syncNow } from '../../src/data/bridge/sync-actions.ts'
import { requestSession } from '../../src/data/frontend/auth-requests.ts'
import {
  createServiceClient,
  createUserClient,
  type FrontendClient,
} from '../../src/data/frontend/bridge-clients.ts'
import { createDraft, saveDraftParts } from '../../src/data/frontend/campaign-drafts.ts'
import { audienceSchema, saveCampaign } from '../../src/data/frontend/campaigns.ts'
import { createDataset } from '../../src/data/frontend/datasets.ts'
import { finishImport, importRows, startImport } from '../../src/data/frontend/imports.ts'
import { createJob, listColumns } from '../../src/data/frontend/jobs.ts'
import { newDraft } from '../../src/data/frontend/new-draft.ts'
import { unwrap } from '../../src/data/unwrap.ts'
import { DISCLOSURE } from '../demo-agent/compose-prompts.ts'
import type { StackAddresses } from '../stack/stack-file.ts'
import { practiceRows } from './practice-people.ts'
import { type PracticePlan, PRACTICE_PLANS } from './practice-plans.ts'

const DAY_MS = 86_400_000
/** Conversations at 240 times their pace are over by then. */
const TALK_MS = 45_000
const SYNC_EVERY_MS = 5_000

type Desk = { readonly frontend: FrontendClient; readonly bridge: BridgeClient }

async function fillPool({ frontend }: Desk, plan: PracticePlan, officeId: string): Promise<string> {
  const { pool, job, numbers } = plan
  const rows = practiceRows(...numbers, job.title)
  const { id: datasetId } = await createDataset(frontend, {
    id: crypto.randomUUID(),
    officeId,
    name: pool,
    description: '',
    source: 'csv',
  })
  const fileName = `${pool.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.csv`
  const id = crypto.randomUUID()
  await startImport(frontend, { id, datasetId, fileName, totalRows: rows.length, mapping: {} })
  await importRows(frontend, id, rows)
  await finishImport(frontend, id)
  return datasetId
}

async function buildCampaign(
  desk: Desk,
  plan: PracticePlan,
  jobId: string,
  datasetId: string,
): Promise<string> {
  const { frontend, bridge } = desk
  const columns = await listColumns(frontend, jobId)
  const draft = await createDraft(frontend, jobId, newDraft(plan.campaign))
  const { campaign } = await saveDraftParts(frontend, draft.campaign, {
    targets: [
      {
        id: crypto.randomUUID(),
        name: 'Interested',
        objectiveKey: 'interested',
        description: 'Wants to be put forward for this job',
        goalType: 'boolean',
        kind: 'column',
        columnId: columns.find(({ key }) => key === 'interested')?.id ?? null,
      },
    ],
    matrices: [
      {
        id: crypto.randomUUID(),
        name: 'Availability',
        objectiveKey: 'matrix_availability',
        whatsappMessage: 'When could you start?',
        callScript: 'Ask when they could start.',
      },
    ],
  })
  const saved = await saveCampaign(frontend, campaign, {
    channels: ['whatsapp', 'call'],
    audience: audienceSchema.parse({ datasetIds: [datasetId] }),
    purpose: `${plan.job.title}s for ${plan.job.company}, from people who asked us for work.`,
    consentBasis: 'consent',
    aiDisclosure: DISCLOSURE,
    startsAt: plan.outcome === 'scheduled' ? new Date(Date.now() + 2 * DAY_MS).toISOString() : null,
  })
  const prompts = await fetchAgentPrompts(bridge, saved.id)
  const { id } = await saveCampaign(frontend, saved, {
    promptChat: prompts.prompt_chat,
    promptCall: prompts.prompt_call,
    firstMessageChat: prompts.first_message_chat,
    firstMessageCall: prompts.first_message_call,
  })
  return id
}

async function carryOut(desk: Desk, plan: PracticePlan, officeId: string): Promise<void> {
  const jobId = plan.demoJobId ?? crypto.randomUUID()
  if (plan.demoJobId === undefined) {
    await createJob(desk.frontend, { id: jobId, officeId, ...plan.job })
  }
  const campaignId = await buildCampaign(desk, plan, jobId, await fillPool(desk, plan, officeId))
  const { preview } = await previewLaunch(desk.bridge, campaignId)
  await launchCampaign(desk.bridge, campaignId, preview.hash)
  if (plan.outcome === 'paused') await changeCampaignState(desk.bridge, campaignId, 'pause')
  if (plan.outcome === 'stopped') await changeCampaignState(desk.bridge, campaignId, 'stop')
}

/** Signs in as the demo admin, carries the plans out, and syncs until the conversations are over. */
export async function fillStack({ frontend, bridge, demo }: StackAddresses): Promise<void> {
  const session = await requestSession(frontend, { type: 'password', ...demo })
  const token = session.accessToken
  const desk: Desk = {
    frontend: createUserClient({ ...frontend, token }),
    bridge: createBridgeClient(bridge.url, () => Promise.resolve(token)),
  }
  const offices = unwrap(await desk.frontend.from('offices').select('id, name')) ?? []
  for (const plan of PRACTICE_PLANS) {
    const office = offices.find(({ name }) => name === plan.office)
    if (office === undefined) throw new Error(`there is no office "${plan.office}"`)
    await carryOut(desk, plan, office.id)
  }
  const until = Date.now() + TALK_MS
  while (Date.now() < until) {
    await syncNow(desk.bridge, { force: true })
    await new Promise((resolve) => setTimeout(resolve, SYNC_EVERY_MS))
  }
  // Otherwise the trends would be of before all this for a few minutes more.
  unwrap(await createServiceClient(frontend).rpc('refresh_statistics', { p_minutes: 0 }))
}
