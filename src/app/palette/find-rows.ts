import type { FrontendClient } from '../../data/frontend/bridge-clients.ts'
import { listCampaigns } from '../../data/frontend/campaign-summaries.ts'
import { listJobs } from '../../data/frontend/jobs.ts'
import { searchPeople } from '../../data/frontend/people.ts'
import { paths } from '../../lib/paths.ts'
import { paletteText } from '../../ui/text/palette.ts'
import type { Entry } from './match-entries.ts'

/** So many of each kind fit below each other. */
const MOST = 5

/** What of a settled search came; a kind that failed is left out, the others stand. */
function arrived<Value>(settled: PromiseSettledResult<readonly Value[]>): readonly Value[] {
  return settled.status === 'fulfilled' ? settled.value.slice(0, MOST) : []
}

/**
 * Jobs, campaigns and people that a search finds, a few of each.
 *
 * @throws what the search of jobs threw, where nothing could be searched at all
 */
export async function findRows(
  client: FrontendClient,
  search: string,
  officeId: string | undefined,
): Promise<readonly Entry[]> {
  const [jobs, campaigns, people] = await Promise.allSettled([
    listJobs(client, { search, officeId }).then(({ items }) => items),
    listCampaigns(client, { search, officeId }).then(({ items }) => items),
    searchPeople(client, { query: search, officeId, pageSize: MOST }).then(({ items }) => items),
  ])
  if ([jobs, campaigns, people].every(({ status }) => status === 'rejected')) {
    throw jobs.status === 'rejected' ? jobs.reason : new Error('unreachable')
  }
  return [
    ...arrived(jobs).map(({ id, title, company }) => ({
      group: paletteText.jobs,
      label: title,
      detail: company,
      href: paths.job(id),
    })),
    ...arrived(campaigns).map(({ id, name, state, jobTitle }) => ({
      group: paletteText.campaigns,
      label: name,
      detail: jobTitle,
      href: state === 'draft' ? paths.editCampaign(id) : paths.campaign(id),
    })),
    ...arrived(people).map(({ id, name, phone }) => ({
      group: paletteText.people,
      label: name === '' ? paletteText.unnamed : name,
      detail: phone ?? '',
      href: paths.person(id),
    })),
  ]
}
