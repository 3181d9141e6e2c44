/** What goes behind the question mark; `undefined` and empty values are left out. */
export type Search = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>

/** The address patterns of the app's pages, as the router reads them. */
export const PATTERNS = {
  home: '/',
  signIn: '/sign-in',
  dashboard: '/dashboard',
  behind: '/dashboard/:figure',
  campaigns: '/campaigns',
  newCampaign: '/campaigns/new',
  campaign: '/campaigns/:campaignId',
  editCampaign: '/campaigns/:campaignId/edit',
  campaignRecipient: '/campaigns/:campaignId/recipients/:recipientId',
  campaignDelivery: '/campaigns/:campaignId/recipients/:recipientId/sent',
  jobs: '/jobs',
  job: '/jobs/:jobId',
  candidate: '/jobs/:jobId/candidates/:candidateId',
  datasets: '/datasets',
  importDataset: '/datasets/import',
  dataset: '/datasets/:datasetId',
  people: '/people',
  duplicates: '/people/duplicates',
  person: '/people/:personId',
  inbox: '/inbox',
  conversation: '/inbox/:recipientId',
  calls: '/calls',
  call: '/calls/:callId',
  sync: '/sync',
  waiting: '/waiting',
  settings: '/settings',
  settingsPart: '/settings/:part',
} as const

/** Writes an address with its search part; lists become repeated parameters. */
export function toHref(path: string, search: Search = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value]
    for (const each of values) {
      if (each !== undefined && each !== '') parameters.append(name, String(each))
    }
  }
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

const part = encodeURIComponent

/** Builds every address of the app. Ids are database ids; no phone or session id gets in here. */
export const paths = {
  home: () => PATTERNS.home,
  /** @param next the address to come back to after signing in. */
  signIn: (next?: string) => toHref(PATTERNS.signIn, { next }),
  dashboard: () => PATTERNS.dashboard,
  /** The rows that a figure of the dashboard counts. @param search `from`, `to`, `job`, … narrow. */
  behind: (figure: string, search?: Search) => toHref(`/dashboard/${part(figure)}`, search),
  campaigns: (search?: Search) => toHref(PATTERNS.campaigns, search),
  /** @param search `job` starts the wizard with that job chosen. */
  newCampaign: (search?: Search) => toHref(PATTERNS.newCampaign, search),
  /** @param search `tab` opens a tab; the others filter the recipients. */
  campaign: (campaignId: string, search?: Search) =>
    toHref(`/campaigns/${part(campaignId)}`, search),
  /** A recipient's panel beside its campaign. @param search the campaign page's own */
  campaignRecipient: (campaignId: string, recipientId: string, search?: Search) =>
    toHref(`/campaigns/${part(campaignId)}/recipients/${part(recipientId)}`, search),
  /** What was sent for a recipient, beside its campaign. @param search the campaign page's own */
  campaignDelivery: (campaignId: string, recipientId: string, search?: Search) =>
    toHref(`/campaigns/${part(campaignId)}/recipients/${part(recipientId)}/sent`, search),
  editCampaign: (campaignId: string, search?: Search) =>
    toHref(`/campaigns/${part(campaignId)}/edit`, search),
  jobs: (search?: Search) => toHref(PATTERNS.jobs, search),
  job: (jobId: string, search?: Search) => toHref(`/jobs/${part(jobId)}`, search),
  /** A card's panel beside its board. @param search the board's own */
  candidate: (jobId: string, candidateId: string, search?: Search) =>
    toHref(`/jobs/${part(jobId)}/candidates/${part(candidateId)}`, search),
  datasets: (search?: Search) => toHref(PATTERNS.datasets, search),
  /** @param search `pool` imports into that pool instead of a new one. */
  importDataset: (search?: Search) => toHref(PATTERNS.importDataset, search),
  dataset: (datasetId: string, search?: Search) => toHref(`/datasets/${part(datasetId)}`, search),
  people: (search?: Search) => toHref(PATTERNS.people, search),
  duplicates: (search?: Search) => toHref(PATTERNS.duplicates, search),
  person: (personId: string, search?: Search) => toHref(`/people/${part(personId)}`, search),
  /** @param search `view`, `campaign`, `job`, `channel`, `search` filter. */
  inbox: (search?: Search) => toHref(PATTERNS.inbox, search),
  /** A conversation's panel beside the inbox. @param search the inbox's own */
  conversation: (recipientId: string, search?: Search) =>
    toHref(`/inbox/${part(recipientId)}`, search),
  /** @param search `outcome`, `campaign`, `from`, … filter. */
  calls: (search?: Search) => toHref(PATTERNS.calls, search),
  /** A call's panel beside the log. @param search the log's own */
  call: (callId: string, search?: Search) => toHref(`/calls/${part(callId)}`, search),
  /** What was written without a network and is not sent yet. */
  waiting: () => PATTERNS.waiting,
  sync: (search?: Search) => toHref(PATTERNS.sync, search),
  /** @param part the sub page, such as `people`; the first one where it is left out. */
  settings: (part?: string, search?: Search) =>
    toHref(part === undefined ? PATTERNS.settings : `/settings/${part}`, search),
} as const
