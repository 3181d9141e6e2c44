// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, Link, RouterProvider, useNavigate } from 'react-router'
import { expect, test } from 'vitest'
import { AFTER_SAVE, UnsavedGuard } from './unsaved-guard.tsx'

function Form() {
  const navigate = useNavigate()
  return (
    <>
      <h1>Form</h1>
      <input aria-label="Name" />
      <UnsavedGuard dirty />
      <Link to="/other">Away</Link>
      <Link to="?tab=two">Tab two</Link>
      <button type="button" onClick={() => void navigate('/other', { state: AFTER_SAVE })}>
        Save
      </button>
    </>
  )
}

function open() {
  const router = createMemoryRouter([
    { path: '/', element: <Form /> },
    { path: '/other', element: <h1>Other</h1> },
  ])
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  )
}

test('leaving with unsaved input asks, and staying keeps what was entered', async () => {
  open()
  await userEvent.type(screen.getByLabelText('Name'), 'Plumbers')
  await userEvent.click(screen.getByRole('link', { name: 'Away' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }))
  expect(screen.getByLabelText('Name')).toHaveValue('Plumbers')
})

test('leaving without saving leaves', async () => {
  open()
  await userEvent.click(screen.getByRole('link', { name: 'Away' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  expect(await screen.findByRole('heading', { name: 'Other' })).toBeInTheDocument()
})

test('another tab of the same page is free', async () => {
  open()
  await userEvent.click(screen.getByRole('link', { name: 'Tab two' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the move that follows saving is not asked', async () => {
  open()
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('heading', { name: 'Other' })).toBeInTheDocument()
})
