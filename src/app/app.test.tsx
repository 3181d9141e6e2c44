// @vitest-environment jsdom
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconBriefcase } from '@tabler/icons-react'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { type FakeSupabase, fakeSupabase } from '../../tests/support/fake-supabase.ts'
import { frontend } from '../data/frontend/browser-client.ts'
import { unwrap } from '../data/unwrap.ts'
import { PageHeader } from '../ui/page/page-header.tsx'
import { useViewer } from '../ui/viewer/viewer-context.ts'
import { AppRoutes } from './app-routes.tsx'
import { App } from './app.tsx'
import { createAppHistory } from './navigation/app-history.ts'
import type { Section } from './routes.tsx'
import { startApp } from './start.ts'

function JobsPage() {
  const viewer = useViewer()
  const { data, refetch } = useSuspenseQuery({
    queryKey: ['jobs'],
    queryFn: async () => unwrap(await frontend().from('jobs').select('title')) ?? [],
  })
  return (
    <>
      <PageHeader title="Jobs" detail={viewer.name} />
      <input aria-label="Note" />
      <button type="button" onClick={() => void refetch()}>
        Refresh
      </button>
      <p>{data.map((job) => job.title).join(', ')}</p>
    </>
  )
}

function JobPage() {
  return <h1>A job</h1>
}

const SECTIONS: readonly Section[] = [
  {
    label: 'Jobs',
    icon: IconBriefcase,
    href: '/jobs',
    pages: [
      { path: '/jobs', load: () => Promise.resolve(JobsPage) },
      {
        path: '/jobs/:jobId',
        load: () => Promise.resolve(JobPage),
        panels: [
          { path: '/jobs/:jobId/candidates/:candidateId', load: () => Promise.resolve(JobPage) },
        ],
      },
    ],
  },
]

let supabase: FakeSupabase

beforeEach(() => {
  supabase = fakeSupabase()
  supabase.rows.set('jobs', [{ title: 'Plumber' }])
  vi.stubGlobal('fetch', supabase.fetch)
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  // One page has one auth client; here each test has its own in the same page.
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
})

function open(address: string) {
  window.history.replaceState(null, '', address)
  const env = {
    frontendUrl: 'http://127.0.0.1:9/frontend',
    frontendAnonKey: 'sb_publishable_key',
    bridgeUrl: 'http://127.0.0.1:9/bridge',
    demo: { email: supabase.email, password: supabase.password },
    demoBanner: true,
  }
  render(
    <App {...startApp(env)} history={createAppHistory()}>
      <AppRoutes sections={SECTIONS} />
    </App>,
  )
}

async function signIn(password = supabase.password) {
  await userEvent.type(await screen.findByLabelText('Password'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

async function openSignedIn(address = '/jobs') {
  open(address)
  await userEvent.type(await screen.findByLabelText('Email'), supabase.email)
  await signIn()
  await screen.findByRole('main')
}

test('a deep link asks to sign in, then opens what it is a link to', async () => {
  open('/jobs?q=plumber')
  await userEvent.click(await screen.findByRole('button', { name: 'Use the demo account' }))
  expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument()
  expect(window.location.search).toBe('?q=plumber')
  expect(document.title).toBe('Jobs · Rollcall')
})

test('a wrong password says so and keeps what was entered', async () => {
  open('/jobs')
  await userEvent.type(await screen.findByLabelText('Email'), supabase.email)
  await signIn('wrong')
  expect(await screen.findByText('Email or password is wrong')).toBeInTheDocument()
  expect(screen.getByLabelText('Email')).toHaveValue(supabase.email)
})

test('empty fields are named, and nothing is sent', async () => {
  open('/jobs')
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  expect(screen.getByText('Enter your email address')).toBeInTheDocument()
  expect(screen.getByText('Enter your password')).toBeInTheDocument()
})

test('the frame has landmarks, a skip link, the demo banner and the way around', async () => {
  await openSignedIn()
  await screen.findByRole('heading', { name: 'Jobs' })
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#main')
  expect(screen.getByText('Demo: nobody is really contacted')).toBeInTheDocument()
  const [navigation] = screen.getAllByRole('navigation', { name: 'Main' })
  if (navigation === undefined) throw new Error('no navigation')
  const entry = within(navigation).getByRole('link', { name: 'Jobs' })
  expect(entry).toHaveAttribute('aria-current', 'page')
})

test('the start leads to the first section, an unknown address says so', async () => {
  await openSignedIn('/')
  expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument()
  act(() => {
    window.history.pushState({ idx: 9 }, '', '/nowhere')
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
  expect(await screen.findByText('There is nothing at this address')).toBeInTheDocument()
})

test('a sign-in that expires in mid-work keeps what was entered, and work goes on', async () => {
  await openSignedIn()
  await userEvent.type(await screen.findByLabelText('Note'), 'Call back')
  supabase.isRevoked = true
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }))

  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  expect(within(dialog).getByLabelText('Email')).toHaveValue(supabase.email)
  supabase.isRevoked = false
  supabase.rows.set('jobs', [{ title: 'Plumber' }, { title: 'Roofer' }])
  await signIn()

  expect(await screen.findByText('Plumber, Roofer')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByLabelText('Note')).toHaveValue('Call back')
})

test('an account without a profile is told whom to ask, and gets in once it has one', async () => {
  const profile = supabase.rows.get('profiles') ?? []
  supabase.rows.set('profiles', [])
  open('/jobs')
  await userEvent.type(await screen.findByLabelText('Email'), supabase.email)
  await signIn()
  expect(await screen.findByText(/Ask an admin .* rowan@example.com/)).toBeInTheDocument()
  supabase.rows.set('profiles', profile)
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
  expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument()
})

test('signing out leads to the sign-in page and leaves nothing of the person', async () => {
  await openSignedIn()
  await userEvent.click(screen.getByRole('button', { name: 'Account of Rowan Hale' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByRole('heading', { name: 'Sign in to Rollcall' })).toBeInTheDocument()
  expect(screen.queryByText('Plumber')).toBeNull()
  expect(localStorage.getItem('rollcall-sign-in')).toBeNull()
})

async function enterPasswords(present: string, next: string, again = next) {
  const entries = [
    [/^(Present password|The password you were given)$/, present],
    ['New password', next],
    ['New password, once more', again],
  ] as const
  for (const [label, text] of entries) {
    const field = await screen.findByLabelText(label, { selector: 'input' })
    await userEvent.clear(field)
    if (text !== '') await userEvent.type(field, text)
  }
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
}

test('a person changes their own password, and stays where they are', async () => {
  await openSignedIn()
  await userEvent.type(await screen.findByLabelText('Note'), 'Call back')
  await userEvent.click(screen.getByRole('button', { name: 'Account of Rowan Hale' }))
  // Nothing has a size here, so the menu takes itself for scrolled away and may hide.
  const entry = { name: 'Change password', hidden: true }
  await userEvent.click(await screen.findByRole('menuitem', entry))
  await enterPasswords('right', 'short')
  expect(screen.getByText('Use at least 8 characters')).toBeInTheDocument()
  await enterPasswords('right', 'long enough', 'long enouhg')
  expect(screen.getByText('The two are not the same')).toBeInTheDocument()
  await enterPasswords('wrong', 'long enough')
  expect(await screen.findByText('This is not your present password')).toBeInTheDocument()
  expect(supabase.password).toBe('right')
  await enterPasswords('right', 'long enough')
  expect(await screen.findByText('Password changed')).toBeInTheDocument()
  expect(supabase.password).toBe('long enough')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByLabelText('Note')).toHaveValue('Call back')
})

test('who signs in with a password that was handed over sees nothing before they chose their own', async () => {
  supabase.mustChangePassword = true
  open('/jobs')
  await userEvent.type(await screen.findByLabelText('Email'), supabase.email)
  await signIn()
  expect(await screen.findByRole('heading', { name: 'Choose your own password' })).toBeVisible()
  expect(screen.queryByRole('main', { name: 'Jobs' })).toBeNull()
  expect(screen.queryByText('Plumber')).toBeNull()
  await enterPasswords('right', 'long enough')
  expect(await screen.findByText('Plumber')).toBeInTheDocument()
})

test('a sign-out in another tab takes this one along', async () => {
  await openSignedIn()
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: 'rollcall-left', newValue: '1' }))
  })
  expect(await screen.findByRole('heading', { name: 'Sign in to Rollcall' })).toBeInTheDocument()
})

test.each(['/jobs/nope', '/jobs/1f0c8f9e-0000-4000-8000-000000000001/candidates/nope'])(
  'at %s, where no id stands, is no page, and nothing is asked for',
  async (address) => {
    await openSignedIn(address)
    expect(
      await screen.findByRole('heading', { name: 'There is nothing at this address' }),
    ).toBeVisible()
    expect(screen.queryByText('A job')).toBeNull()
  },
)
