import type { StackMount } from './mounts.ts'
import type { StackSeed } from './seeds.ts'

/** What the stack runs in its own process: each is started in this order. */
export const MOUNTS: readonly StackMount[] = []

/** The demo data, in this order. */
export const SEEDS: readonly StackSeed[] = []
