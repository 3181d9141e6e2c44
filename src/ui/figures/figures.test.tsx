// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { FunnelBars } from './funnel-bars.tsx'
import { NumberStat } from './number-stat.tsx'
import { ProgressCount } from './progress-count.tsx'

test('a number comes with what it is out of, and each opens its list', () => {
  render(
    <MemoryRouter>
      <NumberStat label="Interested" value={12} href="/a" of={{ value: 1200, href: '/b' }} />
    </MemoryRouter>,
  )
  expect(screen.getByRole('link', { name: '12' })).toHaveAttribute('href', '/a')
  expect(screen.getByRole('link', { name: '1,200' })).toHaveAttribute('href', '/b')
})

test('a figure that is not current says so', () => {
  render(<NumberStat label="Interested" value={12} caveat="stale" />)
  expect(screen.getByText('not up to date')).toBeInTheDocument()
})

test('a funnel step says its count, the whole and the share in words', () => {
  render(
    <FunnelBars
      label="Results"
      total={60}
      steps={[{ key: 'interested', label: 'Interested', value: 15, tone: 'amber' }]}
    />,
  )
  const step = within(screen.getByRole('list', { name: 'Results' })).getByRole('listitem')
  expect(step).toHaveTextContent('15 of 60')
  expect(step).toHaveTextContent('25%')
})

test('a funnel of nobody has no share', () => {
  render(
    <FunnelBars
      label="Results"
      total={0}
      steps={[{ key: 'hired', label: 'Hired', value: 0, tone: 'teal' }]}
    />,
  )
  expect(screen.getByRole('listitem')).toHaveTextContent('–')
})

test('progress says how much is done and how much is left', () => {
  render(<ProgressCount label="Sending" done={1200} total={2000} />)
  expect(screen.getByText('1,200 of 2,000 · 800 left')).toBeInTheDocument()
  expect(screen.getByRole('progressbar', { name: 'Sending' })).toHaveAttribute(
    'aria-valuenow',
    '1200',
  )
})
