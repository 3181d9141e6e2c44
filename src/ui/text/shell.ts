/** Words of the frame around every page. */
export const shellText = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  more: 'More',
  waiting: (count: string) => `${count} waiting`,
  notices: 'Notices',
  contractAction: 'Sync stopped: see what to do',
  demoBanner: 'Demo: nobody is really contacted',
  offlineTitle: 'You’re offline.',
  offlineAge: (age: string) => `Last updated ${age}.`,
  allOffices: 'All offices',
  office: (name: string) => `Office: ${name}`,
  account: (name: string) => `Account of ${name}`,
  appearance: 'Appearance',
  appearances: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  changePassword: 'Change password',
  signOut: 'Sign out',
  roles: { admin: 'Admin', recruiter: 'Recruiter', viewer: 'Viewer' },
  notifications: 'Notifications',
  notFoundTitle: 'There is nothing at this address',
  notFoundAdvice: 'Check the address, or start from the beginning.',
  toStart: 'Go to the start',
  noProfileTitle: 'You don’t have access yet',
  noProfileAdvice: (email: string) =>
    `Ask an admin of your agency to give ${email} access to Rollcall, then check again.`,
  switchedOffTitle: 'Your access is switched off',
  switchedOffAdvice: (email: string) =>
    `Ask an admin of your agency to switch ${email} on again, then check again.`,
  checkAgain: 'Check again',
} as const

/** Words of the page that stands where the app can't start. */
export const envText = {
  title: 'Rollcall can’t start',
  unreachable: 'env.json could not be loaded',
  notJson: 'env.json is not JSON',
  missing: (name: string) => `${name} is missing`,
  notAddress: (name: string) => `${name} is not a web address`,
  wrong: (name: string) => `${name} is not what it should be`,
  secretKey: 'frontendAnonKey is a secret key: use the publishable one, and replace the secret',
  faults: 'What is wrong with its settings:',
  advice: 'The person who runs Rollcall can put this right in env.json. Then reload the page.',
} as const

/** The parts of the app as the navigation names them. */
export const navText = {
  dashboard: 'Dashboard',
  campaigns: 'Campaigns',
  inbox: 'Inbox',
  calls: 'Calls',
  jobs: 'Jobs',
  people: 'People',
  datasets: 'Datasets',
  sync: 'Sync',
  settings: 'Settings',
} as const
