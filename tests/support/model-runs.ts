/** How many stories a model draws: `MODEL_RUNS` asks for more of them than a test run can wait for. */
export function modelRuns(usual: number): number {
  return Number(process.env['MODEL_RUNS'] ?? usual)
}
