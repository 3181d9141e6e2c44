import { lazy } from 'react'
import { Link, useParams } from 'react-router'
import { IconSettings } from '@tabler/icons-react'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../ui/feedback/skeletons.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Page } from '../../ui/page/page.tsx'
import { settingsText } from '../../ui/text/settings.ts'
import classes from './settings.module.css'

/** The parts in the order of their list; the first opens at /settings. */
const PARTS = {
  people: lazy(async () => ({ default: (await import('./people/people-part.tsx')).PeoplePart })),
  offices: lazy(async () => ({
    default: (await import('./offices/offices-part.tsx')).OfficesPart,
  })),
  rules: lazy(async () => ({ default: (await import('./rules/rules-part.tsx')).RulesPart })),
  sending: lazy(async () => ({
    default: (await import('./sending/sending-part.tsx')).SendingPart,
  })),
  costs: lazy(async () => ({ default: (await import('./costs/costs-part.tsx')).CostsPart })),
  webhook: lazy(async () => ({ default: (await import('./webhook-part.tsx')).WebhookPart })),
  'opt-outs': lazy(async () => ({
    default: (await import('./opt-outs/opt-outs-part.tsx')).OptOutsPart,
  })),
  retention: lazy(async () => ({
    default: (await import('./retention/retention-part.tsx')).RetentionPart,
  })),
  erasures: lazy(async () => ({ default: (await import('./erasures-part.tsx')).ErasuresPart })),
  audit: lazy(async () => ({ default: (await import('./audit/audit-part.tsx')).AuditPart })),
  appearance: lazy(async () => ({
    default: (await import('./appearance-part.tsx')).AppearancePart,
  })),
} as const
type PartKey = keyof typeof PARTS

const KEYS = Object.keys(PARTS) as readonly PartKey[]

/** The settings, a part at a time, each at an address of its own. */
export function SettingsPage() {
  const { part: asked = 'people' } = useParams()
  const key = KEYS.find((each) => each === asked)
  const Part = key === undefined ? null : PARTS[key]
  return (
    <Page
      header={
        <PageHeader
          title={
            key === undefined
              ? settingsText.title
              : `${settingsText.title}: ${settingsText.part[key]}`
          }
        />
      }
    >
      <div className={classes['frame']}>
        <nav aria-label={settingsText.parts} className={classes['nav']}>
          {KEYS.map((each) => (
            <Link
              key={each}
              to={paths.settings(each)}
              aria-current={each === key ? 'page' : undefined}
            >
              {settingsText.part[each]}
            </Link>
          ))}
        </nav>
        <div className={classes['part']}>
          {Part === null ? (
            <EmptyState
              icon={IconSettings}
              title={settingsText.unknownPart}
              advice={settingsText.unknownAdvice}
            />
          ) : (
            <LoadingBoundary key={key} resetKey={key} skeleton={<TableSkeleton rows={5} />}>
              <Part />
            </LoadingBoundary>
          )}
        </div>
      </div>
    </Page>
  )
}
