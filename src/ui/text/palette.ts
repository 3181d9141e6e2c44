/** Words of the command palette and the sheet of shortcuts. */
export const paletteText = {
  open: 'Search or jump to',
  placeholder: 'Search pages, jobs, campaigns and people',
  results: 'Results',
  none: 'Nothing found',
  searching: 'Searching',
  pages: 'Pages',
  actions: 'Actions',
  jobs: 'Jobs',
  campaigns: 'Campaigns',
  people: 'People',
  help: 'Keyboard shortcuts',
  undo: 'Take back what was just done',
  newCampaign: 'New campaign',
  importPeople: 'Import people',
  appearance: (name: string) => `Appearance: ${name}`,
  unnamed: 'Without a name',
} as const
