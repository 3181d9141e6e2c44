import { Button, Group } from '@mantine/core'
import { IconColumns3, IconLayoutKanban, IconUserPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { Outlet, useLocation, useMatch, useParams } from 'react-router'
import { jobQuery } from '../../../data/frontend/shared-queries.ts'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { BoardSkeleton, PageSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { boardText } from '../../../ui/text/board.ts'
import { jobPageText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useOfficeDay } from './use-office-day.ts'
import { BoardTools } from './board-tools.tsx'
import { JobFigures } from './job-figures.tsx'
import { JobHeader, NewCampaignButton } from './job-header.tsx'
import classes from './job-page.module.css'
import { jobUrl, toBoardFilter } from './job-url.ts'

// Asked for together with the page: its head stands there while the board's code is on its way.
const loadBoard = () => import('../board/board.tsx')
loadBoard().catch(() => undefined) // a failure is met again, and told, when the board is shown
const Board = lazy(async () => ({ default: (await loadBoard()).Board }))
const EditJobDrawer = lazy(async () => ({
  default: (await import('../edit/edit-job-drawer.tsx')).EditJobDrawer,
}))
const AddCandidateDrawer = lazy(async () => ({
  default: (await import('../add/add-candidate-drawer.tsx')).AddCandidateDrawer,
}))

/** Addresses of cards beside the board; what belongs to another card's panel stays behind. */
function useCardHref(jobId: string): (candidateId: string) => string {
  const { search } = useLocation()
  return useCallback(
    (candidateId: string) => {
      const rest = new URLSearchParams(search)
      rest.delete('part')
      rest.delete('recipient')
      return paths.candidate(jobId, candidateId, Object.fromEntries(rest))
    },
    [jobId, search],
  )
}

function Job({ jobId }: { readonly jobId: string }) {
  const { data: job } = useSuspenseQuery(jobQuery(jobId))
  const { canWrite, userId } = useViewer()
  const today = useOfficeDay(job.officeId)
  const { state: url, setState, hrefWith } = useUrlState(jobUrl)
  const [form, setForm] = useState<'edit' | 'add' | null>(null)
  const filter = useMemo(() => toBoardFilter(url, userId, today), [url, userId, today])
  const hrefOf = useCardHref(jobId)
  const openId = useMatch(PATTERNS.candidate)?.params.candidateId ?? null
  const close = () => {
    setForm(null)
  }
  const add = () => {
    setForm('add')
  }

  return (
    <Page
      layout="fill"
      header={
        <JobHeader
          job={job}
          onEdit={() => {
            setForm('edit')
          }}
          onAdd={add}
        >
          <div className={classes['band']}>
            <JobFigures job={job} />
            <BoardTools jobId={jobId} url={url} onChange={setState} />
          </div>
        </JobHeader>
      }
    >
      <LoadingBoundary skeleton={<BoardSkeleton />} resetKey={jobId}>
        <Board
          jobId={jobId}
          label={boardText.label(job.title)}
          officeId={job.officeId}
          filter={filter}
          today={today}
          columnKey={url.column}
          hrefOfColumn={(key) => hrefWith({ column: key })}
          openId={openId}
          hrefOf={hrefOf}
          empty={(onSetUp) => (
            <EmptyState
              icon={IconLayoutKanban}
              title={boardText.emptyTitle}
              advice={canWrite ? boardText.emptyAdvice : boardText.emptyReadOnly}
              action={
                canWrite && (
                  <Group gap="sm">
                    <Button
                      variant="default"
                      leftSection={<IconColumns3 size={16} aria-hidden />}
                      onClick={onSetUp}
                    >
                      {boardText.setUp}
                    </Button>
                    <Button
                      variant="default"
                      leftSection={<IconUserPlus size={16} aria-hidden />}
                      onClick={add}
                    >
                      {jobPageText.addCandidate}
                    </Button>
                    <NewCampaignButton jobId={jobId} />
                  </Group>
                )
              }
            />
          )}
        />
      </LoadingBoundary>
      {canWrite && form !== null && (
        <Suspense fallback={null}>
          {form === 'edit' ? (
            <EditJobDrawer job={job} onClose={close} />
          ) : (
            <AddCandidateDrawer job={job} hrefOf={hrefOf} onClose={close} />
          )}
        </Suspense>
      )}
    </Page>
  )
}

/** A job with its figures and board; a card opens beside it. */
export function JobPage() {
  const { jobId = '' } = useParams()
  return (
    <>
      <LoadingBoundary skeleton={<PageSkeleton />} resetKey={jobId}>
        <Job key={jobId} jobId={jobId} />
      </LoadingBoundary>
      <Outlet />
    </>
  )
}
