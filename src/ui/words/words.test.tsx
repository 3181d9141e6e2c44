// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CopyablePhone } from './copyable-phone.tsx'
import { RelativeTime } from './relative-time.tsx'
import { TextBlock } from './text-block.tsx'

test('copying a phone number copies E.164, not the groups on the screen, and says so', async () => {
  const user = userEvent.setup()
  render(<CopyablePhone phone="+447700900123" />)
  await user.click(await screen.findByRole('button', { name: 'Copy +44 7700 900123' }))
  expect(await navigator.clipboard.readText()).toBe('+447700900123')
  expect(screen.getByRole('status')).toHaveTextContent('Copied')
})

test('a relative time carries the exact one for machines and for hovering', () => {
  const at = new Date(Date.now() - 3 * 3_600_000)
  render(<RelativeTime at={at} />)
  const time = screen.getByText('3 hours ago')
  expect(time).toHaveAttribute('datetime', at.toISOString())
  expect(time.title).toContain(String(at.getFullYear()))
})

test('a time that is only when we saw it says about', () => {
  render(<RelativeTime at={new Date(Date.now() - 3 * 3_600_000)} about />)
  expect(screen.getByText('about 3 hours ago')).toBeInTheDocument()
})

test('markup in a chat message is shown as text', () => {
  render(<TextBlock text={'<img src=x onerror=alert(1)> **bold**'} />)
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByText('<img src=x onerror=alert(1)> **bold**')).toBeInTheDocument()
})

test('an address in a chat message opens apart, without handing over the page', () => {
  render(<TextBlock text="Here: https://example.com/apply, thanks" />)
  const link = screen.getByRole('link', { name: 'https://example.com/apply' })
  expect(link).toHaveAttribute('target', '_blank')
  expect(link.getAttribute('rel')).toContain('noopener')
})
