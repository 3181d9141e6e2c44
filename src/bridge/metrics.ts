/** Gauges as Prometheus text (exposition format 0.0.4), all read from the database. */
import { z } from 'zod'

const metricsSchema = z.record(
  z.string(),
  z.union([z.number(), z.null(), z.record(z.string(), z.number())]),
)

/** What each gauge's labelled values are told apart by. */
const LABEL_OF: Readonly<Record<string, string>> = { sync_open_issues: 'kind' }

/**
 * @param metrics what the database function `bridge_metrics` answered
 * @returns the body of GET /metrics
 */
export function prometheusText(metrics: unknown): string {
  const lines: string[] = []
  for (const [name, value] of Object.entries(metricsSchema.parse(metrics))) {
    if (value === null) continue
    lines.push(`# TYPE rollcall_${name} gauge`)
    if (typeof value === 'number') {
      lines.push(`rollcall_${name} ${value}`)
      continue
    }
    const label = LABEL_OF[name] ?? 'state'
    for (const [key, count] of Object.entries(value)) {
      lines.push(`rollcall_${name}{${label}="${key.replace(/["\\\n]/g, '')}"} ${count}`)
    }
  }
  return `${lines.join('\n')}\n`
}
