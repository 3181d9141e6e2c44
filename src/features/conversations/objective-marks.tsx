import { IconTarget } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from 'react-router'
import { objectiveText } from '../../ui/text/conversations.ts'
import classes from './conversations.module.css'
import { objectiveName, objectiveValue } from './objective-words.ts'
import { anchorOfObjective, type ShownObjective } from './timeline.ts'

type ObjectiveMarksProps = {
  readonly marks: readonly ShownObjective[]
  /** Of the message or call that they stand at, to which the back button returns. */
  readonly anchor: string
}

/** The objectives that were answered here, at the margin of a message or call; each opens its answer. */
export function ObjectiveMarks({ marks, anchor }: ObjectiveMarksProps) {
  const here = useLocation()
  const navigate = useNavigate()
  return marks.map(({ key, value, cited: { certainty } }) => {
    const parameters = new URLSearchParams(here.search)
    parameters.set('part', 'objectives')
    const target = {
      pathname: here.pathname,
      search: parameters.toString(),
      hash: anchorOfObjective(key),
    }
    return (
      <Link
        key={key}
        to={target}
        className={classes['mark']}
        title={certainty === 'exact' ? objectiveText.exact : objectiveText.inferred}
        onClick={() => {
          void navigate({ ...here, hash: anchor }, { replace: true })
        }}
      >
        <IconTarget size={12} aria-hidden /> {objectiveName(key)}: {objectiveValue(value)}
        {certainty === 'inferred' && ` (${objectiveText.inferred})`}
      </Link>
    )
  })
}
