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
import { PartsSection } from './parts-section.tsx'
import { ReuseDialog } from './reuse-dialog.tsx'
import { TargetCard } from './target-card.tsx'

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
  function remove(name: string, rest: Parameters<typeof change>[0]): void {
    change(rest)
    offerUndo({
      message: questionsStepText.removed(name),
      undo: () => {
        store.edit({ parts: { targets, matrices } })
      },
    })
  }

  return (
    <>
      <PartsSection
        title={questionsStepText.targets}
        advice={questionsStepText.targetsAdvice}
        none={questionsStepText.noTargets}
        parts={targets}
        renderCard={(props) => <TargetCard {...props} board={board} />}
        onChange={(next) => {
          change({ targets: next })
        }}
        onRemove={({ name }, rest) => {
          remove(name, { targets: rest })
        }}
      >
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
      </PartsSection>
      <PartsSection
        title={questionsStepText.matrices}
        advice={questionsStepText.matricesAdvice}
        none={questionsStepText.noMatrices}
        parts={matrices}
        renderCard={(props) => <MatrixCard {...props} channels={campaign.channels} />}
        onChange={(next) => {
          change({ matrices: next })
        }}
        onRemove={({ name }, rest) => {
          remove(name, { matrices: rest })
        }}
      >
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
      </PartsSection>
    </>
  )
}
