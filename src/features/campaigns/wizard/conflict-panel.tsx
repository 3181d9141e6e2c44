import { Button, Group } from '@mantine/core'
import { useStore } from 'zustand'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import classes from './conflict-panel.module.css'
import { useDraft } from './draft-context.ts'
import { overlaps } from './draft-edits.ts'
import { fieldWords } from './draft-words.ts'

/** Both versions of what two people changed at once; which stands, the person decides. */
export function ConflictPanel() {
  const { draft, store } = useDraft()
  const { phase, base, theirs, edits } = useStore(store)
  if (phase !== 'conflict' || base === null || theirs === null) return null
  return (
    <section className={classes['conflict']} role="alert" aria-label={wizardText.conflictTitle}>
      <h2>{wizardText.conflictTitle}</h2>
      <p>{wizardText.conflictAdvice}</p>
      {overlaps(base, theirs, edits).map((field) => (
        <div key={field} className={classes['versions']}>
          <h3>{wizardText.overlapNames[field]}</h3>
          <div>
            <span>{wizardText.mine}</span>
            <TextBlock text={fieldWords(draft, field)} />
          </div>
          <div>
            <span>{wizardText.theirs}</span>
            <TextBlock text={fieldWords(theirs, field)} />
          </div>
        </div>
      ))}
      <Group gap="sm">
        <Button onClick={() => void store.settle('mine')}>{wizardText.keepMine}</Button>
        <Button variant="default" onClick={() => void store.settle('theirs')}>
          {wizardText.takeTheirs}
        </Button>
      </Group>
    </section>
  )
}
