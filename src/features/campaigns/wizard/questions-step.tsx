import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftMatrix, DraftTarget } from '../../../data/frontend/campaign-drafts.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { reuseText } from '../../../ui/text/campaign-people.ts'
import { questionsStepText } from '../../../ui/text/campaign-wizard.ts'
import { useDraft } from './draft-context.ts'
import { withKeys } from './draft-edits.ts'
import { MatrixCard } from './matrix-card.tsx'
import { withChanged, withMoved } from './ordered-parts.ts'
import { ReuseDialog } from './reuse-dialog.tsx'
import { TargetCard } from './target-card.tsx'
import classes from './wizard.module.css'

type Targets = readonly DraftTarget[]
type Matrices = readonly DraftMatrix[]

function newTarget(given: Partial<DraftTarget> = {}): DraftTarget {
  const blank = { name: '', objectiveKey: '', description: '', columnId: null } as const
  return { id: crypto.randomUUID(), ...blank, goalType: 'boolean', kind: 'custom', ...given }
}

function newMatrix(): DraftMatrix {
  return {
    id: crypto.randomUUID(),
    name: '',
    objectiveKey: '',
    whatsappMessage: '',
    callScript: '',
  }
}

/** What to find out, and words for questions: added, written, ordered and removed. */
export function QuestionsStep() {
  const { draft, store } = useDraft()
  const { targets, matrices, campaign } = draft
  const [reuses, setReuses] = useState(false)
  const { data: board } = useSuspenseQuery(columnsQuery(campaign.jobId))

  function change(parts: { readonly targets?: Targets; readonly matrices?: Matrices }): void {
    store.edit({ parts: withKeys(parts.targets ?? targets, parts.matrices ?? matrices) })
  }

  /** Takes a part away; taking it back brings the lists as they were. */
  function remove(name: string, parts: Parameters<typeof change>[0]): void {
    change(parts)
    offerUndo({
      message: questionsStepText.removed(name),
      undo: () => {
        store.edit({ parts: { targets, matrices } })
      },
    })
  }

  return (
    <>
      <section className={classes['section']} aria-label={questionsStepText.targets}>
        <h2>{questionsStepText.targets}</h2>
        <p className={classes['muted']}>{questionsStepText.targetsAdvice}</p>
        {targets.length === 0 && <p>{questionsStepText.noTargets}</p>}
        <ol className={classes['parts']}>
          {targets.map((target, at) => (
            <TargetCard
              key={target.id}
              part={target}
              at={at}
              count={targets.length}
              board={board}
              onChange={(next) => {
                change({ targets: withChanged(targets, target.id, next) })
              }}
              onMove={(by) => {
                change({ targets: withMoved(targets, at, by) })
              }}
              onRemove={() => {
                remove(target.name, { targets: targets.toSpliced(at, 1) })
              }}
            />
          ))}
        </ol>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              change({ targets: [...targets, newTarget()] })
            }}
          >
            {questionsStepText.addTarget}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setReuses(true)
            }}
          >
            {reuseText.open}
          </Button>
          <ReuseDialog
            opened={reuses}
            onClose={() => {
              setReuses(false)
            }}
          />
          {targets.length === 0 && (
            <Button
              variant="default"
              onClick={() => {
                change({ targets: questionsStepText.usual.map(newTarget) })
              }}
            >
              {questionsStepText.addUsual}
            </Button>
          )}
        </Group>
      </section>
      <section className={classes['section']} aria-label={questionsStepText.matrices}>
        <h2>{questionsStepText.matrices}</h2>
        <p className={classes['muted']}>{questionsStepText.matricesAdvice}</p>
        {matrices.length === 0 && <p>{questionsStepText.noMatrices}</p>}
        <ol className={classes['parts']}>
          {matrices.map((matrix, at) => (
            <MatrixCard
              key={matrix.id}
              part={matrix}
              at={at}
              count={matrices.length}
              channels={campaign.channels}
              onChange={(next) => {
                change({ matrices: withChanged(matrices, matrix.id, next) })
              }}
              onMove={(by) => {
                change({ matrices: withMoved(matrices, at, by) })
              }}
              onRemove={() => {
                remove(matrix.name, { matrices: matrices.toSpliced(at, 1) })
              }}
            />
          ))}
        </ol>
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              change({ matrices: [...matrices, newMatrix()] })
            }}
          >
            {questionsStepText.addMatrix}
          </Button>
        </div>
      </section>
    </>
  )
}
