/**
 * A seeded storm over the whole product, with a judgement at the end. The last line gives the faults
 * injected and the wrong, lost, double and unwanted contacts; exit code 1 unless these are 0.
 *
 *     npm run chaos -- --minutes 5 --seed 7
 *     npm run chaos -- --feed sweep                   over a backend that may not be altered
 *     npm run chaos -- --control post-blindly         bridges with a known mistake: must be caught
 */
import { parseArgs } from 'node:util'
import { type Control, CONTROLS } from './chaos/break-on-purpose.ts'
import { CHAOS_FEEDS } from './chaos/read-through.ts'
import type { ChaosReport } from './chaos/judge-storm.ts'
import { runChaos } from './chaos/run-chaos.ts'
import { runCommand } from './cli/run-command.ts'
import { StackError } from './stack/stack-error.ts'

const EXAMPLES_SHOWN = 10

const USAGE = 'npm run chaos [-- --minutes 5 --seed 7 --feed log|sweep --control NAME]'

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      feed: { type: 'string', default: 'log' },
      control: { type: 'string' },
    },
  })
  const minutes = Number(values.minutes)
  const seed = Number(values.seed)
  const control = controlOf(values.control)
  const feed = CHAOS_FEEDS.find((one) => one === values.feed)
  const isPlan = minutes > 0 && Number.isSafeInteger(seed)
  if (!isPlan || feed === undefined || values.control !== control) {
    throw new StackError(
      'These options make no sense.',
      `Use --minutes 5 --seed 7, --feed ${CHAOS_FEEDS.join(' or ')}, and --control ${Object.keys(CONTROLS).join(' or ')} for a run that must fail.`,
    )
  }
  await runChaos({
    seed,
    durationMs: minutes * 60_000,
    feed,
    report: (line) => console.log(line),
    judged(found) {
      if (control !== undefined) tellOfControl(control, found)
      tell(found)
      const { wrong, lost, double, unwanted } = found
      if ([wrong, lost, double, unwanted].some(({ length }) => length > 0)) process.exitCode = 1
    },
    ...(control === undefined ? {} : { control }),
  })
}, USAGE)

function tellOfControl(control: Control, found: ChaosReport): void {
  const verdict = CONTROLS[control]
  const caught = found[verdict].length > 0 ? 'and it was' : 'BUT IT WAS NOT'
  console.log(`The mistake ${control} must be found as ${verdict}, ${caught}.`)
}

function controlOf(name: string | undefined): Control | undefined {
  return Object.keys(CONTROLS).find((one) => one === name) as Control | undefined
}

function tell({
  faults,
  ledger,
  statuses,
  posts,
  tasks,
  contacted,
  committed,
  erased,
  forgotten,
  ...found
}: ChaosReport): void {
  for (const [name, times] of Object.entries(faults)) {
    console.log(`  ${String(times).padStart(5)}  ${name}`)
  }
  console.log(`Ledger: ${JSON.stringify(ledger)}`)
  console.log(`Statuses: ${JSON.stringify(statuses)}`)
  console.log(
    `POSTs: ${posts}, with ${tasks} tasks. People contacted: ${contacted}. Transactions of the agents: ${committed}.`,
  )
  console.log(`People erased: ${erased}. Forgotten by restores: ${JSON.stringify(forgotten)}`)
  for (const [kind, examples] of Object.entries(found)) {
    for (const example of examples.slice(0, EXAMPLES_SHOWN)) console.log(`${kind}: ${example}`)
  }
  const injected = Object.values(faults).reduce((total, times) => total + times, 0)
  const { wrong, lost, double, unwanted } = found
  console.log(
    `Faults injected: ${injected}. Wrong: ${wrong.length}, lost: ${lost.length}, ` +
      `double: ${double.length}, unwanted: ${unwanted.length}.`,
  )
}
