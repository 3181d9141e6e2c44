/** Words around signing in. */
export const signInText = {
  title: 'Sign in',
  lead: 'Sign in to Rollcall',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  needsEmail: 'Enter your email address',
  needsPassword: 'Enter your password',
  demo: 'Use the demo account',
  noAccount: 'No account? Ask an admin of your agency.',
  againTitle: 'Sign in again',
  againLead: 'Your sign-in has expired. What you entered on this page is still there.',
  someoneElse: 'Sign in as someone else',
} as const

/** Changing one's own password. */
export const passwordText = {
  title: 'Change password',
  advice: 'Your other devices are signed out. This one stays signed in.',
  firstTitle: 'Choose your own password',
  firstAdvice:
    'You signed in with one that somebody handed over to you. Choose one that only you know.',
  current: 'Present password',
  firstCurrent: 'The password you were given',
  next: 'New password',
  nextAdvice: (length: number) => `At least ${length} characters.`,
  again: 'New password, once more',
  submit: 'Change password',
  changed: 'Password changed',
  needsCurrent: 'Enter the password you signed in with',
  tooShort: (length: number) => `Use at least ${length} characters`,
  notTheSame: 'The two are not the same',
  sameAsBefore: 'This is the present password: choose another one',
} as const
