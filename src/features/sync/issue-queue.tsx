import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import type { IssueEntry, SyncIssue } from '../../data/frontend/issue-entries.ts'
import { PAGE_SIZE } from '../../data/frontend/page.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { urlPage, urlText } from '../../ui/filter/url-state.ts'
import { useUrlState } from '../../ui/filter/use-url-state.ts'
import { Pager } from '../../ui/table/pager.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { AlikeView } from './alike-view.tsx'
import { IssueView } from './issue-view.tsx'
import { PutAsideList } from './put-aside-list.tsx'
import { issuesQuery, issueStoriesQuery, useDismissEntries } from './queries.ts'
import classes from './sync.module.css'

const LinkIssueDialog = lazy(async () => ({
  default: (await import('./link-issue-dialog.tsx')).LinkIssueDialog,
}))

const url = z.object({ kind: urlText(), issues: urlPage() })

const KINDS = Object.entries(syncText.kinds).map(([value, label]) => ({ value, label }))

/** Stays while records are added to an entry, which changes the latest of them. */
function keyOf({ kind, alike, issue }: IssueEntry): string {
  return alike === null ? issue.id : `${kind} ${alike}`
}

/** What the sync could not place or read, waiting for a person. What is alike is one entry. */
export function IssueQueue() {
  const { canWrite } = useViewer()
  const { state, setState } = useUrlState(url)
  const { data } = useSuspenseQuery(issuesQuery(state.issues - 1, state.kind))
  const stories = useQuery(issueStoriesQuery(data.items.map(({ issue }) => issue.id))).data
  const [linking, setLinking] = useState<SyncIssue | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const dismiss = useDismissEntries()
  const chosen = data.items.filter((entry) => picked.has(keyOf(entry)))
  const pick = (key: string) => {
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }
  return (
    <>
      <div className={classes['queueBar']}>
        <FilterBar
          url={state}
          onChange={(patch) => {
            setState({ ...patch, issues: 1 })
          }}
          filters={[{ key: 'kind', label: syncText.kindFilter, options: KINDS }]}
        />
        {canWrite && data.items.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              setPicked(new Set(data.items.map(keyOf)))
            }}
          >
            {syncText.selectAll}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={dismiss.isPending}
            onClick={() => {
              dismiss.mutate(chosen, {
                onSuccess: () => {
                  setPicked(new Set())
                },
              })
            }}
          >
            {syncText.dismissSelected(chosen.reduce((sum, { count }) => sum + count, 0))}
          </Button>
        )}
      </div>
      {data.items.length === 0 && (
        <EmptyState icon={IconChecks} title={syncText.noIssues} advice={syncText.noIssuesAdvice} />
      )}
      <ul className={classes['issues']}>
        {data.items.map((entry) => {
          const key = keyOf(entry)
          const { kind, alike, issue } = entry
          const selection = {
            selected: picked.has(key),
            onSelect: () => {
              pick(key)
            },
          }
          return entry.count > 1 && alike !== null ? (
            <AlikeView key={key} entry={entry} alike={{ kind, alike }} {...selection} />
          ) : (
            <IssueView
              key={key}
              issue={issue}
              story={stories?.[issue.id]}
              onLink={() => {
                setLinking(issue)
              }}
              {...selection}
            />
          )
        })}
      </ul>
      {data.entries > PAGE_SIZE && (
        <Pager
          label={syncText.issues}
          paging={{
            page: state.issues,
            pageSize: PAGE_SIZE,
            total: data.entries,
            onPage: (issues) => {
              setState({ issues })
            },
          }}
        />
      )}
      <PutAsideList />
      {linking !== null && (
        <Suspense fallback={null}>
          <LinkIssueDialog
            issue={linking}
            onClose={() => {
              setLinking(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
