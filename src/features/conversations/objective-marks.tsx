import { IconTarget } from '@tabler/icons-react'
import { objectiveText } from '../../ui/text/conversations.ts'
import classes from './conversations.module.css'
import { objectiveName, objectiveValue } from './objective-words.ts'
import type { ShownObjective } from './timeline.ts'

/** The objectives that were answered here, at the margin of a message or call. */
export function ObjectiveMarks({ marks }: { readonly marks: readonly ShownObjective[] }) {
  return marks.map((mark) => (
    <span
      key={mark.key}
      className={classes['mark']}
      title={mark.cited.certainty === 'exact' ? objectiveText.exact : objectiveText.inferred}
    >
      <IconTarget size={12} aria-hidden /> {objectiveName(mark.key)}: {objectiveValue(mark.value)}
      {mark.cited.certainty === 'inferred' && ` (${objectiveText.inferred})`}
    </span>
  ))
}
