/**
 * Both databases behind the real PostgREST, a receiver, and the launch engine between them, with
 * words for what recruiters do. Time never passes by itself: `letPass` moves what waits.
 */
import { isBackendAsRead } from '../../src/bridge/is-backend-as-read.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { completeSessions, listExistingSessions } from '../../src/data/backend/sessions.ts'
import { createLaunchStore } from '../../src/data/frontend/launch-store.ts'
import { dispatch } from '../../src/launch/dispatch.ts'
import { launchCampaign } from '../../src/launch/launch-campaign.ts'
import type { LaunchPorts } from '../../src/launch/ports.ts'
import { reconcile } from '../../src/launch/reconcile.ts'
import { runCommands } from '../../src/launch/run-commands.ts'
import { createWebhook } from '../../src/launch/send-batch.ts'
import { type Account, startBackendApi, startFrontendApi } from './database-api.ts'
import { type FreshDatabase, freshBackend, freshFrontend } from './fresh-database.ts'
import { startTestReceiver, type TestReceiver } from './test-receiver.ts'

/** Time-out of a POST: a receiver that never answers must not hold a test up for a minute. */
const POST_TIMEOUT_MS = 300

export type LaunchWorld = {
  readonly frontend: FreshDatabase
  readonly backend: FreshDatabase
  readonly receiver: TestReceiver
  readonly ports: LaunchPorts
  readonly store: ReturnType<typeof createLaunchStore>
  readonly officeId: string
  readonly recruiter: Account
  /** One run of the worker: send, reconcile, tell the backend. */
  work(ports?: LaunchPorts): Promise<void>
  /** Lets minutes pass for everything in the outbox. */
  letPass(minutes: number): Promise<void>
  /** Presses Launch on the present preview. */
  launch(campaignId: string): ReturnType<typeof launchCampaign>
  preview(campaignId: string): Promise<Preview>
  close(): Promise<void>
}

export type Preview = {
  readonly planned: number
  readonly ready: number
  readonly excluded: Readonly<Record<string, number>>
  readonly excludedPeople: readonly { readonly name: string; readonly reason: string }[]
  readonly hash: string
  readonly problems: readonly { readonly code: string }[]
}

const never = () => false

/** @param options `backend`: one that a receiver of another kind stores into */
export async function createLaunchWorld(
  options: { readonly backend?: FreshDatabase } = {},
): Promise<LaunchWorld> {
  const [frontend, backend] = await Promise.all([
    freshFrontend(),
    options.backend ?? freshBackend(),
  ])
  const [api, backendApi] = await Promise.all([
    startFrontendApi(frontend),
    startBackendApi(backend),
  ])
  const receiver = await startTestReceiver(backend.connect())
  const backendClient = createBackendClient(backendApi)
  const store = createLaunchStore(api.service)
  const ports: LaunchPorts = {
    store,
    backend: {
      listExisting: (sessions) => listExistingSessions(backendClient, sessions),
      isAsRead: () => isBackendAsRead(api.service, backendClient),
      complete: async (sessions) => void (await completeSessions(backendClient, sessions)),
    },
    webhook: await createWebhook({
      base: receiver.base,
      secrets: [],
      tokenHeader: null,
      nowMs: Date.now,
      fetch,
      resolve: null,
      timeoutMs: POST_TIMEOUT_MS,
    }),
    random: () => 0,
  }
  const [office] =
    await frontend.sql`insert into public.offices (name) values ('London') returning id`
  const officeId = String(office?.['id'])
  const recruiter = await api.addAccount('recruiter@agency.example')
  await frontend.sql`insert into public.profiles (id, email, role)
    values (${recruiter.userId}, 'recruiter@agency.example', 'recruiter')`
  await frontend.sql`insert into public.profile_offices values (${recruiter.userId}, ${officeId})`

  const preview = async (campaignId: string) => {
    const answer = await recruiter.client.rpc('preview_campaign', { p_campaign: campaignId })
    if (answer.error) throw new Error(answer.error.message)
    return answer.data as unknown as Preview
  }
  return {
    frontend,
    backend,
    receiver,
    ports,
    store,
    officeId,
    recruiter,
    preview,
    work: async (with_ = ports) => {
      const slice = { workerId: 'test', isOver: never }
      await dispatch(with_, slice)
      await reconcile(with_, slice)
      await runCommands(with_, never)
      await with_.store.finishCampaigns()
    },
    letPass: async (minutes) => {
      const past = `${minutes} minutes`
      await frontend.sql`update public.launch_batches set next_attempt_at = next_attempt_at - ${past}::interval,
        lease_until = lease_until - ${past}::interval, reconcile_at = reconcile_at - ${past}::interval`
      await frontend.sql`update public.backend_commands set next_attempt_at = next_attempt_at - ${past}::interval`
    },
    launch: async (campaignId) =>
      launchCampaign(store, {
        campaignId,
        actorId: recruiter.userId,
        previewHash: (await preview(campaignId)).hash,
      }),
    close: async () => {
      await receiver.close()
      await Promise.all([api.dispose(), backendApi.dispose()])
      await Promise.all([frontend.dispose(), backend.dispose()])
    },
  }
}
