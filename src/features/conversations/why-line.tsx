import { Link, useLocation } from 'react-router'
import { objectiveText, traceText } from '../../ui/text/conversations.ts'
import { anchorOfEvidence } from './timeline.ts'
import { traceWords } from './trace-words.ts'

/** Why a status is what it is, with a link to the message or call it rests on. */
export function WhyLine({ trace }: { readonly trace: unknown }) {
  const { pathname, search } = useLocation()
  const { because, cited, rulesVersion } = traceWords(trace)
  const anchor = anchorOfEvidence(cited)
  const parameters = new URLSearchParams(search)
  parameters.delete('part')
  if (because === '') return null
  const certainty = cited.certainty === 'exact' ? objectiveText.exact : objectiveText.inferred
  const details = [
    ...(cited.evidence === null ? [] : [objectiveText.restsOn[cited.evidence.kind], certainty]),
    ...(rulesVersion === null ? [] : [traceText.rules(rulesVersion)]),
  ]
  return (
    <span>
      {because}
      {details.length > 0 && ` (${details.join(', ')})`}
      {anchor !== null && (
        <>
          {' '}
          <Link to={{ pathname, search: parameters.toString(), hash: anchor }}>
            {objectiveText.jump}
          </Link>
        </>
      )}
    </span>
  )
}
