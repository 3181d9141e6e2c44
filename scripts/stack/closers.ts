import { reasonOf } from './reason.ts'

/** What has been started and must be stopped, in the reverse order. */
export class Closers {
  readonly #steps: { readonly name: string; readonly close: () => Promise<void> | void }[] = []

  add(name: string, close: () => Promise<void> | void): void {
    this.#steps.push({ name, close })
  }

  /** Stops everything; a part that fails to stop is reported and does not hold up the others. */
  async closeAll(report: (line: string) => void): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step.close()
      } catch (error) {
        report(`${step.name} did not stop cleanly: ${reasonOf(error)}`)
      }
    }
  }
}
