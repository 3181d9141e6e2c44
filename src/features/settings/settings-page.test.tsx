// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { provideFakeBridge } from '../../../tests/support/fake-bridge.ts'
import { failure, provideFakeFrontend } from '../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../tests/support/render-page.tsx'
import type { Viewer } from '../../ui/viewer/viewer-context.ts'
import { SettingsPage } from './settings-page.tsx'

const ADMIN: Partial<Viewer> = { role: 'admin', isAdmin: true }
const OFFICE = '22222222-2222-4222-8222-222222222222'
const ACCOUNT = {
  id: '33333333-3333-4333-8333-333333333333',
  email: 'bea@agency.example',
  full_name: 'Bea Example',
  role: 'recruiter',
  active: true,
  version: 4,
  profile_offices: [{ office_id: OFFICE }],
}
const rule = (position: number, objectiveKey: string, status: string, rank: number) => ({
  position,
  objectiveKey,
  status,
  rank,
  isRefusal: status === 'rejected',
})
const RULES = {
  version: 3,
  derived: true,
  isDefault: false,
  rules: [rule(1, 'interview_scheduled', 'interview', 3), rule(2, 'interested', 'interested', 2)],
}
const CAMPAIGN = '44444444-4444-4444-8444-444444444444'

function open(address: string, viewer: Partial<Viewer> = ADMIN) {
  return renderPage([{ path: '/settings/:part', element: <SettingsPage /> }], address, viewer)
}

test('an admin gives access, and the made-up password is shown once', async () => {
  provideFakeFrontend({ 'GET profiles': () => [ACCOUNT] })
  const bridge = provideFakeBridge({
    'post accounts': () => ({ id: ACCOUNT.id, password: 'a-made-up-password' }),
  })
  open('/settings/people')
  await userEvent.click(await screen.findByRole('button', { name: 'Give access' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Give access' }))
  expect(dialog.getByText(/Write an e-mail address/)).toBeInTheDocument()
  await userEvent.type(dialog.getByLabelText('E-mail'), 'new@agency.example')
  await userEvent.click(dialog.getByRole('button', { name: 'Give access' }))
  expect(await screen.findByText('a-made-up-password')).toBeInTheDocument()
  expect(bridge.requests).toEqual([
    {
      call: 'post accounts',
      body: { email: 'new@agency.example', fullName: '', role: 'recruiter', officeIds: [] },
    },
  ])
})

test('two admins who change one person: the second sees what is there now', async () => {
  provideFakeFrontend({
    'GET profiles': () => [ACCOUNT],
    'POST rpc/save_profile': () => ({
      result: 'conflict',
      profile: { ...ACCOUNT, full_name: 'Beatrice Example', version: 5 },
    }),
  })
  open('/settings/people')
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for Bea Example' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Show theirs' }))
  expect(screen.getByLabelText('Name')).toHaveValue('Beatrice Example')
})

test('who is no admin sees colleagues, no buttons, and the reason why', async () => {
  provideFakeFrontend({ 'GET profiles': () => [ACCOUNT] })
  open('/settings/people', {})
  expect(await screen.findByText('Bea Example')).toBeInTheDocument()
  expect(screen.getByText(/Only admins change this/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Give access' })).not.toBeInTheDocument()
})

test('what concerns the whole agency is kept from others with a word', async () => {
  const { requests } = provideFakeFrontend({})
  open('/settings/audit', {})
  expect(await screen.findByText('This is for admins')).toBeInTheDocument()
  expect(requests).toEqual([])
})

test('an export of the log is an entry of the log, and none of its cells runs as a formula', async () => {
  const saved: Blob[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  )
  const { requests } = provideFakeFrontend({
    'GET profiles': () => [ACCOUNT],
    'GET audit_log': () => [
      {
        id: 1,
        actor_id: ACCOUNT.id,
        action: '=cmd()',
        entity_type: 'office',
        entity_id: null,
        office_id: null,
        details: {},
        occurred_at: '2026-09-01T10:00:00Z',
      },
    ],
    'POST rpc/note_audit_export': () => null,
  })
  open('/settings/audit')
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }))
  await waitFor(() => {
    expect(saved).toHaveLength(1)
  })
  expect(requests.find(({ call }) => call === 'POST rpc/note_audit_export')?.body).toEqual({
    p_rows: 1,
  })
  expect(await saved[0]?.text()).toContain("'=cmd()")
})

test('rules move by keys, and are saved only after a look at what changes', async () => {
  const frontend = provideFakeFrontend({
    'GET campaign_summary_stats': () => [],
    'POST rpc/status_rules_of': () => RULES,
    'POST rpc/preview_status_rules': () => ({
      looked: 12,
      more: false,
      recipients: [
        {
          from: 'interview',
          to: 'interested',
          count: 1,
          examples: [{ recipientId: ACCOUNT.id, name: 'Ann Example' }],
        },
      ],
      cards: { moved: 1, suggested: 0 },
    }),
    'POST rpc/save_status_rules': () => ({ result: 'ok', rules: { ...RULES, version: 4 } }),
  })
  open(`/settings/rules?campaign=${CAMPAIGN}`, {})
  const grip = await screen.findByRole('button', { name: /Drag Interview scheduled/ })
  grip.focus()
  await userEvent.keyboard('{ArrowDown}')
  const order = within(screen.getByRole('list', { name: 'Order' })).getAllByRole('listitem')
  expect(order[0]).toHaveTextContent('Interested')
  expect(screen.getByRole('button', { name: 'Save rules' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: 'Show what changes' }))
  expect(await screen.findByRole('link', { name: 'Ann Example' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Save rules' }))
  await waitFor(() => {
    const saved = frontend.requests.find(({ call }) => call === 'POST rpc/save_status_rules')
    expect(saved?.body).toMatchObject({ p_campaign: CAMPAIGN, p_version: 3 })
  })
})

test('the list of opt-outs says who can lift what', async () => {
  const optOut = (id: string, reason: string) => ({
    id: `5555555${id}-5555-4555-8555-555555555555`,
    phone: `+44770090012${id}`,
    reason,
    source: 'whatsapp',
    note: '',
    said: id !== '2',
    createdBy: null,
    createdAt: '2026-09-01T10:00:00Z',
    liftedAt: null,
    liftedBy: null,
    liftedReason: null,
  })
  provideFakeFrontend({
    'POST rpc/list_opt_outs': () => ({
      total: 3,
      items: [optOut('1', 'opted_out'), optOut('2', 'manual'), optOut('3', 'manual')],
    }),
  })
  open('/settings/opt-outs')
  expect(await screen.findByText(/only they lift, by writing START/)).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: 'Lift' })).toHaveLength(1)
})

test('a recruiter may ask about one number in any form', async () => {
  const { requests } = provideFakeFrontend({ 'POST rpc/is_suppressed': () => true })
  open('/settings/opt-outs', {})
  await userEvent.type(await screen.findByLabelText('Phone number'), '07700 900123')
  await userEvent.click(screen.getByRole('button', { name: 'Check a number' }))
  expect(await screen.findByText('Nobody may contact this number.')).toBeInTheDocument()
  expect(requests.at(-1)?.body).toEqual({ p_phone: '+447700900123' })
})

test('a part that can’t be loaded says so, and the others stay reachable', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  provideFakeFrontend({
    'GET settings': () => failure(500, 'unavailable:x', 'No'),
  })
  open('/settings/sending')
  expect(await screen.findByRole('alert')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Offices' })).toHaveAttribute('href', '/settings/offices')
})
