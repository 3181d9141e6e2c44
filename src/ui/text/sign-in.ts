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
