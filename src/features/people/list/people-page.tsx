import { Button, Group } from '@mantine/core'
import { IconCopy, IconSearchOff, IconUser } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import { PEOPLE_PLACES } from '../../../data/frontend/people.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { peopleText } from '../../../ui/text/people.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { peopleQuery, peopleTagsQuery } from '../queries.ts'
import { peopleColumns } from './people-columns.tsx'
import { type PeopleUrl, peopleUrl } from './people-url.ts'
import classes from './people.module.css'

const PAGE_ROWS = 50

function ImportButton() {
  return (
    <Button component={Link} to={paths.importDataset()}>
      {peopleText.importCsv}
    </Button>
  )
}

type ListProps = { readonly url: PeopleUrl; readonly onPage: (page: number) => void }

function PeopleList({ url, onPage }: ListProps) {
  const { officeId, canWrite } = useViewer()
  const shown = useDeferredValue(url)
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
  const filtered = search !== '' || tag !== '' || place !== ''
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
        refreshing={shown !== url}
        paging={{ page, pageSize: PAGE_ROWS, total: data.total, onPage }}
        empty={
          filtered ? (
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

/** Everybody the viewer's offices know, searched over all that is known of them. */
export function PeoplePage() {
  const { state: url, setState } = useUrlState(peopleUrl)
  const { officeId } = useViewer()
  const { data: tags = [] } = useQuery(peopleTagsQuery(officeId))
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          title={peopleText.title}
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
        >
          <Group gap="sm">
            <SearchField
              label={peopleText.search}
              value={url.search}
              onSearch={(search) => {
                setState({ search }, { replace: true })
              }}
            />
            <FilterChips
              filters={[
                {
                  key: 'place',
                  label: peopleText.place,
                  options: PEOPLE_PLACES.map((value) => ({
                    value,
                    label: peopleText.places[value],
                  })),
                  selected: url.place === '' ? [] : [url.place],
                  single: true,
                  onChange: ([value]) => {
                    setState({ place: PEOPLE_PLACES.find((place) => place === value) ?? '' })
                  },
                },
                {
                  key: 'tag',
                  label: peopleText.tag,
                  options: tags.map(({ tag }) => ({ value: tag, label: tag })),
                  selected: url.tag === '' ? [] : [url.tag],
                  single: true,
                  onChange: ([tag = '']) => {
                    setState({ tag })
                  },
                },
              ]}
              onClear={() => {
                setState({ place: '', tag: '' })
              }}
            />
          </Group>
        </PageHeader>
      }
    >
      <LoadingBoundary skeleton={<TableSkeleton columns={5} />}>
        <PeopleList
          url={url}
          onPage={(page) => {
            setState({ page })
          }}
        />
      </LoadingBoundary>
    </Page>
  )
}
