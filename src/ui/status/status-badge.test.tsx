// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StatusBadge } from './status-badge.tsx'
import { StatusDot } from './status-dot.tsx'

test('a status is never shown by colour alone', () => {
  render(<StatusBadge status="interested" />)
  expect(screen.getByText('Interested')).toBeInTheDocument()
})

test('a column of the job’s own keeps its name', () => {
  render(<StatusBadge status="cscs-checked" custom={{ label: 'CSCS checked', tone: 'pink' }} />)
  expect(screen.getByText('CSCS checked')).toBeInTheDocument()
})

test('a board may rename a status without losing its look', () => {
  const { container } = render(<StatusBadge status="hired" custom={{ label: 'Signed' }} />)
  expect(screen.getByText('Signed')).toBeInTheDocument()
  expect(container.innerHTML).toContain('--rc-teal-ink')
})

test('an unknown status shows its key instead of nothing', () => {
  render(<StatusDot status="on-site" />)
  expect(screen.getByText('on-site')).toBeInTheDocument()
})
