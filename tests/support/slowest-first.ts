/** The order in which Vitest starts test files. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of half a minute and more: started last, one of them would keep a run waiting alone. */
const SLOW =
  /\/(e2e\/(accessibility|offline|keyboard|main-job|viewer)|integration\/(chaos|launch-crash|launch-model|sync-model))\.test\.ts$/

/**
 * Vitest knows how long files take only where they ran before, and goes by their size in a fresh
 * clone. Here the known slow ones come first within their project.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const byProject = Object.values(Object.groupBy(sorted, ({ project }) => project.name))
    return byProject.flatMap((group = []) => [
      ...group.filter(({ moduleId }) => SLOW.test(moduleId)),
      ...group.filter(({ moduleId }) => !SLOW.test(moduleId)),
    ])
  }
}
