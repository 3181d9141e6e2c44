import type { Call } from '../../../data/frontend/conversation.ts'
import { analysisFacts, type AnalysisFact } from '../../../domain/call/analysis-facts.ts'
import { NO_RESULT } from '../../../domain/call/call-outcome.ts'
import { callDetailText } from '../../../ui/text/calls.ts'
import { JsonBlock } from '../../../ui/words/json-block.tsx'
import { objectiveName, objectiveValue } from '../objective-words.ts'
import classes from './calls.module.css'

function FactName({ path }: { readonly path: AnalysisFact['path'] }) {
  return <dt>{path.map(objectiveName).join(' · ')}</dt>
}

/** What the voice provider made of a call, to be read; the original is a click away. */
export function AnalysisView({ call }: { readonly call: Call }) {
  if (call.analysis === null || call.analysis === undefined) {
    return call.transport === 'ended' && call.disposition !== NO_RESULT ? (
      <p className={classes['quiet']}>{callDetailText.analysisPending}</p>
    ) : null
  }
  const facts = analysisFacts(call.analysis)
  return (
    <section aria-label={callDetailText.analysis}>
      <h3 className={classes['heading']}>{callDetailText.analysis}</h3>
      {call.summary !== '' && <p className={classes['summary']}>{call.summary}</p>}
      <dl className={classes['facts']}>
        {facts.map(({ path, value }) => (
          <div key={path.join(' ')} className={classes['fact']}>
            <FactName path={path} />
            <dd>{objectiveValue(value)}</dd>
          </div>
        ))}
      </dl>
      <details className={classes['quiet']}>
        <summary>{callDetailText.raw}</summary>
        <JsonBlock label={callDetailText.analysis} value={call.analysis} />
      </details>
    </section>
  )
}
