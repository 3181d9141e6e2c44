/**
 * The names under which TanStack Query keeps rows, in one place, so that a change heard of through
 * the change feed refreshes every view of it. A key begins with the noun and goes from wide to narrow.
 * What the feed tells nothing of has its key where it is read.
 */
export const queryKeys = {
  profile: () => ['profile'] as const,
  offices: () => ['offices'] as const,
  colleagues: () => ['colleagues'] as const,

  /** What waits for a person, by office. */
  needs: (...office: readonly unknown[]) => ['needs', ...office] as const,
  /** Campaigns under way and jobs near their target, by office. */
  progress: (...office: readonly unknown[]) => ['progress', ...office] as const,

  jobs: (...filter: readonly unknown[]) => ['jobs', ...filter] as const,
  job: (jobId: string) => ['job', jobId] as const,
  columns: (jobId: string) => ['columns', jobId] as const,
  cards: (jobId: string, ...filter: readonly unknown[]) => ['cards', jobId, ...filter] as const,
  card: (candidateId: string) => ['card', candidateId] as const,
  cardEvents: (candidateId: string) => ['card-events', candidateId] as const,

  people: (...filter: readonly unknown[]) => ['people', ...filter] as const,
  peopleTags: (officeId: string | undefined) => ['people-tags', officeId] as const,
  segments: () => ['segments'] as const,
  person: (personId: string, ...part: readonly unknown[]) => ['person', personId, ...part] as const,
  duplicates: (...filter: readonly unknown[]) => ['duplicates', ...filter] as const,

  datasets: (...filter: readonly unknown[]) => ['datasets', ...filter] as const,
  dataset: (datasetId: string) => ['dataset', datasetId] as const,
  members: (datasetId: string, ...filter: readonly unknown[]) =>
    ['members', datasetId, ...filter] as const,
  imports: (datasetId: string) => ['imports', datasetId] as const,

  campaigns: (...filter: readonly unknown[]) => ['campaigns', ...filter] as const,
  campaign: (campaignId: string) => ['campaign', campaignId] as const,
  /** Targets, matrices and rules. */
  campaignParts: (campaignId: string) => ['campaign-parts', campaignId] as const,
  preview: (campaignId: string, ...filter: readonly unknown[]) =>
    ['preview', campaignId, ...filter] as const,
  recipients: (campaignId: string, ...filter: readonly unknown[]) =>
    ['recipients', campaignId, ...filter] as const,

  recipient: (recipientId: string) => ['recipient', recipientId] as const,
  recipientEvents: (recipientId: string) => ['recipient-events', recipientId] as const,
  /** Notes about the person of a card or recipient. */
  notes: (...subject: readonly unknown[]) => ['notes', ...subject] as const,
  /** Messages, calls, transcripts and objectives of one recipient. */
  conversation: (recipientId: string, ...part: readonly unknown[]) =>
    ['conversation', recipientId, ...part] as const,

  /** Lists and counts of conversations. */
  inbox: (...filter: readonly unknown[]) => ['inbox', ...filter] as const,
  /** Pages of the log of calls. */
  callLog: (...filter: readonly unknown[]) => ['call-log', ...filter] as const,
  call: (callId: string, ...part: readonly unknown[]) => ['call', callId, ...part] as const,

  syncState: () => ['sync-state'] as const,
  syncRuns: () => ['sync-runs'] as const,
  syncIssues: (...filter: readonly unknown[]) => ['sync-issues', ...filter] as const,
}
