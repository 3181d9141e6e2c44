import { demoAgentMount } from '../demo-agent/stack-mount.ts'
import { openHoursSeed } from '../demo-data/open-hours-seed.ts'
import { demoDataSeed } from '../demo-data/stack-seed.ts'
import { bridgeMount } from './bridge-mount.ts'
import type { StackMount } from './mounts.ts'
import type { StackSeed } from './seeds.ts'

/** What the stack runs in its own process: each is started in this order. */
export const MOUNTS: readonly StackMount[] = [demoAgentMount, bridgeMount]

/** The demo data, in this order. */
export const SEEDS: readonly StackSeed[] = [demoDataSeed, openHoursSeed]
