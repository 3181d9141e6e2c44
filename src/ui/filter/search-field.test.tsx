// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SearchField } from './search-field.tsx'

function field(value: string, onSearch: (text: string) => void) {
  return (
    <MantineProvider>
      <SearchField label="Search people" value={value} onSearch={onSearch} />
    </MantineProvider>
  )
}

test('the list is asked when typing pauses, without blanks around', async () => {
  const onSearch = vi.fn<(text: string) => void>()
  render(field('', onSearch))
  await userEvent.type(screen.getByRole('searchbox'), 'ada ')
  await vi.waitFor(() => {
    expect(onSearch).toHaveBeenLastCalledWith('ada')
  })
})

test('Enter and clearing do not wait', async () => {
  const onSearch = vi.fn<(text: string) => void>()
  const { rerender } = render(field('', onSearch))
  await userEvent.type(screen.getByRole('searchbox'), 'ada{Enter}')
  expect(onSearch).toHaveBeenLastCalledWith('ada')
  rerender(field('ada', onSearch))
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
  expect(onSearch).toHaveBeenLastCalledWith('')
})

test('the field follows the address', () => {
  const { rerender } = render(field('ada', () => {}))
  rerender(field('ben', () => {}))
  expect(screen.getByRole('searchbox')).toHaveValue('ben')
})
