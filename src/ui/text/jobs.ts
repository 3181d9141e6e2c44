import { formatNumber } from './locale.ts'

/** What the states of a job are called. */
export const jobStateText = { open: 'Open', 'on-hold': 'On hold', closed: 'Closed' } as const

/** The list of jobs. */
export const jobListText = {
  title: 'Jobs',
  newJob: 'New job',
  search: 'Search jobs',
  state: 'State',
  name: 'Job',
  company: 'Company',
  location: 'Location',
  candidates: 'Candidates',
  hired: 'Hired',
  suggestions: 'Suggestions',
  running: 'Running campaigns',
  created: 'Created',
  behind: (count: number, what: string, title: string) =>
    `${formatNumber(count)} ${what.toLowerCase()} for ${title}`,
  emptyTitle: 'No jobs yet',
  emptyAdvice:
    'A job is a vacancy with a board of candidates. Create one, then add people or launch a campaign to find out who is interested.',
  emptyReadOnly: 'A recruiter of your office can create the first one.',
} as const

/** The page of one job. */
export const jobPageText = {
  jobs: 'Jobs',
  edit: 'Edit job',
  addCandidate: 'Add candidate',
  newCampaign: 'New campaign',
  campaigns: 'Campaigns',
  running: 'Running campaigns',
  suggestionsWaiting: 'Suggestions',
} as const

/** The form of a job. */
export const jobFormText = {
  titleNew: 'New job',
  titleEdit: 'Edit job',
  title: 'Job title',
  titleHint: 'As you would say it to a candidate: “Plumber”.',
  office: 'Office',
  company: 'Company',
  location: 'Location',
  employmentType: 'Employment type',
  employmentHint: 'Permanent, temporary, contract …',
  salary: 'Salary',
  salaryHint: 'As it is told to candidates: “£180–£220 a day”.',
  openPositions: 'Open positions',
  target: 'Target',
  targetHint: 'How many to hire by this search',
  state: 'State',
  tags: 'Tags',
  tagsHint: 'Press Enter after each',
  description: 'Description',
  descriptionHint: 'The agents tell candidates what stands here, so leave out what they shouldn’t.',
  create: 'Create job',
  save: 'Save job',
  created: 'Job created',
  saved: 'Job saved',
  notCreated: 'The job was not created',
  notSaved: 'The job was not saved',
  discardTitle: 'Close without saving?',
  discardBody: 'What you entered is not saved yet.',
  discard: 'Close without saving',
  keepEditing: 'Keep editing',
} as const

/** When two people edit one job. */
export const jobConflictText = {
  title: 'Someone else saved this job while you were editing',
  advice:
    'What you entered is still here; fields you left alone show theirs now. Take theirs where you like, then save.',
  same: 'Nothing of yours differs from theirs any more.',
  field: 'Field',
  theirs: 'Theirs',
  yours: 'Yours',
  take: (field: string) => `Take theirs for ${field.toLowerCase()}`,
  takeShort: 'Take theirs',
  none: '(empty)',
  saveMine: 'Save my version',
  allTheirs: 'Keep theirs, drop mine',
} as const

/** The form that puts a person on the board. */
export const addCardText = {
  title: 'Add candidate',
  name: 'Name',
  nameMissing: 'Give the candidate a name.',
  nameTooLong: 'The name is too long. Keep it under 200 characters.',
  phone: 'Phone',
  phoneHint: (country: string) => `Numbers without a country code are read as ${country}.`,
  willCall: (phone: string) => `Read as ${phone}`,
  unusedRange: (phone: string) =>
    `Read as ${phone}. Nobody is known to use numbers like this one; check it.`,
  pickOne: 'Use',
  email: 'E-mail',
  emailWrong: 'This is no e-mail address. Write it like name@example.org, or leave it empty.',
  column: 'Column',
  add: 'Add to board',
  another: 'Add another after this one',
  added: (name: string) => `${name} was added.`,
  notAdded: 'The candidate was not added',
  exists: (name: string, column: string) => `${name} is on this board already, in ${column}.`,
  existsAdvice: 'The phone number is theirs. Open their card, or correct the number.',
  openCard: 'Open card',
} as const
