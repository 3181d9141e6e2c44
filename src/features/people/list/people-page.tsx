import { Button } from '@mantine/core'
import { IconCopy, IconSearchOff, IconSpeakerphone, IconUser } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import { PEOPLE_PLACES } from '../../../data/frontend/people.ts'
import type { Segment, SegmentFilter } from '../../../data/frontend/segments.ts'
import { segmentsQuery } from '../../../data/frontend/shared-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { peopleText } from '../../../ui/text/people.ts'
import { segmentText } from '../../../ui/text/segments.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { peopleQuery, peopleTagsQuery } from '../queries.ts'
import {
  changeFilter,
  hasFilter,
  openSegment,
  type OpenedSegment,
} from '../segments/opened-segment.ts'
import { SegmentMenu } from '../segments/segment-menu.tsx'
import { peopleColumns } from './people-columns.tsx'
import { type PeopleUrl, peopleUrl } from './people-url.ts'
import classes from './people.module.css'

const PAGE_ROWS = 50

const PLACES = PEOPLE_PLACES.map((value) => ({ value, label: peopleText.places[value] }))

function ImportButton() {
  return (
    <Button component={Link} to={paths.importDataset()}>
      {peopleText.importCsv}
    </Button>
  )
}

type ListProps = {
  readonly filter: SegmentFilter
  readonly page: number
  readonly onPage: (page: number) => void
}

function PeopleList({ filter, page: wantedPage, onPage }: ListProps) {
  const { officeId, canWrite } = useViewer()
  const { search: wantedSearch, tag: wantedTag, place: wantedPlace } = filter
  const wanted = useMemo(
    () => ({ search: wantedSearch, tag: wantedTag, place: wantedPlace, page: wantedPage }),
    [wantedSearch, wantedTag, wantedPlace, wantedPage],
  )
  const shown = useDeferredValue(wanted)
  const { search, tag, place, page } = shown
  const { data } = useSuspenseQuery(
    peopleQuery({
      query: search,
      officeId,
      tag: tag === '' ? undefined : tag,
      place: place === '' ? undefined : place,
      page: page - 1,
      pageSize: PAGE_ROWS,
    }),
  )
  const columns = useMemo(() => peopleColumns(search), [search])
  return (
    <>
      <p role="status" className={classes['count']}>
        {data.total > 0 && peopleText.count(data.total, data.capped)}
      </p>
      <DataTable
        label={peopleText.title}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name || peopleText.noName}
        rowHref={({ id }) => paths.person(id)}
        refreshing={shown !== wanted}
        paging={{ page, pageSize: PAGE_ROWS, total: data.total, onPage }}
        empty={
          hasFilter(shown) ? (
            <EmptyState
              icon={IconSearchOff}
              title={peopleText.noMatch}
              advice={peopleText.noMatchAdvice}
            />
          ) : (
            <EmptyState
              icon={IconUser}
              title={peopleText.emptyTitle}
              advice={peopleText.emptyAdvice}
              action={canWrite ? <ImportButton /> : undefined}
            />
          )
        }
      />
    </>
  )
}

type ToolsProps = {
  readonly opened: OpenedSegment
  readonly segments: readonly Segment[]
  readonly onChange: (patch: Partial<PeopleUrl>, options?: { readonly replace: boolean }) => void
}

/** Search, filters, and what is saved of them. */
function PeopleTools({ opened, segments, onChange }: ToolsProps) {
  const { officeId } = useViewer()
  const { data: tags = [] } = useQuery(peopleTagsQuery(officeId))
  return (
    <FilterBar
      url={opened.filter}
      onChange={(patch, options) => {
        onChange(changeFilter(opened, patch), options)
      }}
      search={peopleText.search}
      filters={[
        { key: 'place', label: peopleText.place, options: PLACES },
        {
          key: 'tag',
          label: peopleText.tag,
          options: tags.map(({ tag }) => ({ value: tag, label: tag })),
          optional: true,
        },
      ]}
    >
      <SegmentMenu segments={segments} opened={opened} />
    </FilterBar>
  )
}

function toDetail({ segment, changed, gone }: OpenedSegment): string | undefined {
  if (gone) return segmentText.gone
  if (segment === null) return undefined
  return changed ? segmentText.changed(segment.name) : segmentText.shown(segment.name)
}

/** The way from a segment, as it is saved, to a campaign that asks whom it finds. */
function CampaignButton({ segment }: { readonly segment: Segment }) {
  return (
    <Button
      component={Link}
      to={paths.newCampaign({ segment: segment.id })}
      leftSection={<IconSpeakerphone size={16} aria-hidden />}
    >
      {segmentText.startCampaign}
    </Button>
  )
}

/** Everybody the viewer's offices know, searched over all that is known of them. */
export function PeoplePage() {
  const { state: url, setState } = useUrlState(peopleUrl)
  const { canWrite } = useViewer()
  const { data: segments, isError } = useQuery(segmentsQuery())
  const opened = useMemo(() => openSegment(url, segments), [url, segments])
  // What a segment asks for is not known before the segments are.
  const isKnown = url.segment === '' || segments !== undefined || isError
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          title={peopleText.title}
          detail={isError && url.segment !== '' ? segmentText.notRead : toDetail(opened)}
          secondary={
            <Button
              component={Link}
              to={paths.duplicates()}
              variant="default"
              leftSection={<IconCopy size={16} aria-hidden />}
            >
              {peopleText.duplicates}
            </Button>
          }
          action={
            canWrite &&
            opened.segment !== null &&
            !opened.changed && <CampaignButton segment={opened.segment} />
          }
        >
          <PeopleTools opened={opened} segments={segments ?? []} onChange={setState} />
        </PageHeader>
      }
    >
      {isKnown ? (
        <LoadingBoundary skeleton={<TableSkeleton columns={5} />}>
          <PeopleList
            filter={opened.filter}
            page={url.page}
            onPage={(page) => {
              setState({ page })
            }}
          />
        </LoadingBoundary>
      ) : (
        <TableSkeleton columns={5} />
      )}
    </Page>
  )
}
