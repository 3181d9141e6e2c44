// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { jobRow } from '../../../../tests/fixtures/board-rows.ts'
import { provideFakeFrontend } from '../../../../tests/support/fake-frontend.ts'
import { renderPage } from '../../../../tests/support/render-page.tsx'
import type { Job } from '../../../data/frontend/jobs.ts'
import { EditJobDrawer } from './edit-job-drawer.tsx'

const JOB: Job = {
  id: jobRow().id,
  officeId: jobRow().office_id,
  title: 'Plumber',
  company: 'Example Homes',
  location: 'London',
  employmentType: '',
  salaryRange: '',
  openPositions: 3,
  target: 5,
  description: '',
  tags: [],
  state: 'open',
  createdAt: '2026-03-01T09:00:00Z',
  updatedAt: '2026-03-01T09:00:00Z',
  version: 1,
  candidateCount: 0,
  hiredCount: 0,
  suggestionCount: 0,
  campaignCount: 0,
  runningCampaignCount: 0,
}

function EditForm() {
  const [isOpen, setIsOpen] = useState(true)
  if (!isOpen) return <p>No form</p>
  return (
    <EditJobDrawer
      job={JOB}
      onClose={() => {
        setIsOpen(false)
      }}
    />
  )
}

const openForm = async () => {
  renderPage([{ path: '/', element: <EditForm /> }], '/')
  return within(await screen.findByRole('dialog', { name: 'Edit job' }))
}

async function retype(label: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(label)
  await userEvent.type(label, text)
}

test('when somebody else saved first, both versions stand there and what was typed stays', async () => {
  const sent: { version: string | null; body: unknown }[] = []
  const theirs = jobRow({ title: 'Heating engineer', company: 'Sample Build', version: 4 })
  provideFakeFrontend({
    'GET jobs_with_counts': () => theirs,
    'PATCH jobs': ({ search, body }) => {
      sent.push({ version: search.get('version'), body })
      return sent.length === 1 ? [] : [{ id: JOB.id }]
    },
  })
  const form = await openForm()
  await retype(form.getByLabelText(/^Job title/), 'Gas engineer')
  await userEvent.click(form.getByRole('button', { name: 'Save job' }))

  const notice = within(await form.findByRole('alert'))
  expect(notice.getByText('Heating engineer')).toBeVisible()
  expect(notice.getByText('Gas engineer')).toBeVisible()
  expect(form.getByLabelText(/^Job title/)).toHaveValue('Gas engineer')
  // What was left alone follows theirs, so that saving doesn't take it back.
  expect(form.getByLabelText('Company')).toHaveValue('Sample Build')

  await userEvent.click(notice.getByRole('button', { name: 'Save my version' }))
  expect(await screen.findByText('No form')).toBeVisible()
  expect(sent.map(({ version }) => version)).toEqual(['eq.1', 'eq.4'])
  expect(sent[1]?.body).toMatchObject({ title: 'Gas engineer', company: 'Sample Build' })
})

test('closing with something unsaved asks first', async () => {
  provideFakeFrontend({})
  const form = await openForm()
  await retype(form.getByLabelText('Company'), 'Sample Build')
  await userEvent.click(form.getByRole('button', { name: 'Cancel' }))
  const question = within(await screen.findByRole('dialog', { name: 'Close without saving?' }))
  await userEvent.click(question.getByRole('button', { name: 'Keep editing' }))
  await waitFor(() => {
    expect(form.getByLabelText('Company')).toHaveValue('Sample Build')
  })
  expect(screen.queryByText('No form')).toBeNull()
})
