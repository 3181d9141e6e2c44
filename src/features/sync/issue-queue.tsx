import { IconChecks } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import type { IssueEntry, SyncIssue } from '../../data/frontend/issue-entries.ts'
import { PAGE_SIZE } from '../../data/frontend/page.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { urlPage, urlText } from '../../ui/filter/url-state.ts'
import { useUrlState } from '../../ui/filter/use-url-state.ts'
import { Pager } from '../../ui/table/pager.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { AlikeView } from './alike-view.tsx'
import { IssueView } from './issue-view.tsx'
import { PutAsideList } from './put-aside-list.tsx'
import { issuesQuery, issueStoriesQuery } from './queries.ts'
import { QueueBar } from './queue-bar.tsx'
import classes from './sync.module.css'

const LinkIssueDialog = lazy(async () => ({
  default: (await import('./link-issue-dialog.tsx')).LinkIssueDialog,
}))

const url = z.object({ kind: urlText(), issues: urlPage() })

/** Stays while records are added to an entry, which changes the latest of them. */
function keyOf({ kind, alike, issue }: IssueEntry): string {
  return alike === null ? issue.id : `${kind} ${alike}`
}

/** What the sync could not place or read, waiting for a person. What is alike is one entry. */
export function IssueQueue() {
  const { state, setState } = useUrlState(url)
  const { data } = useSuspenseQuery(issuesQuery(state.issues - 1, state.kind))
  const stories = useQuery(issueStoriesQuery(data.items.map(({ issue }) => issue.id))).data
  const [linking, setLinking] = useState<SyncIssue | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
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
      <QueueBar
        kind={state.kind}
        entries={data.items}
        chosen={chosen}
        onKind={(kind) => {
          setState({ kind, issues: 1 })
        }}
        onPickAll={() => {
          setPicked(new Set(data.items.map(keyOf)))
        }}
        onDone={() => {
          setPicked(new Set())
        }}
      />
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
