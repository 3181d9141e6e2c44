// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, Link, RouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { SidePanel } from './side-panel.tsx'
import { usePanel } from './use-panel.ts'

function Board() {
  const panel = usePanel('candidate')
  return (
    <>
      <Link to={panel.hrefFor('7')}>Ada Marsh</Link>
      {panel.openId !== null && (
        <SidePanel title={`Candidate ${panel.openId}`} onClose={panel.close}>
          <button type="button">Call</button>
        </SidePanel>
      )}
    </>
  )
}

function open(at: string) {
  const router = createMemoryRouter([{ path: '/jobs/1', element: <Board /> }], {
    initialEntries: [at],
  })
  render(<RouterProvider router={router} />)
  return router
}

test('a panel has an address, beside the filters of its page', async () => {
  const router = open('/jobs/1?q=plumber')
  await userEvent.click(screen.getByRole('link', { name: 'Ada Marsh' }))
  expect(screen.getByRole('dialog', { name: 'Candidate 7' })).toBeInTheDocument()
  expect(router.state.location.search).toBe('?q=plumber&candidate=7')
})

test('a link to a panel opens it', () => {
  open('/jobs/1?candidate=7')
  expect(screen.getByRole('heading', { name: 'Candidate 7' })).toHaveFocus()
})

test('Escape closes it and the focus is back on the row', async () => {
  const router = open('/jobs/1?q=plumber')
  const row = screen.getByRole('link', { name: 'Ada Marsh' })
  await userEvent.click(row)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(row).toHaveFocus()
  expect(router.state.location.search).toBe('?q=plumber')
})

test('Escape belongs to a dialog above it first', async () => {
  open('/jobs/1?candidate=7')
  const modal = document.createElement('div')
  modal.setAttribute('aria-modal', 'true')
  document.body.append(modal)
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog', { name: 'Candidate 7' })).toBeInTheDocument()
  modal.remove()
})
