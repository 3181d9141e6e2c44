// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { lineOf } from '../../ui/text/media.ts'
import { MediaView } from './media-view.tsx'

test('a picture is named and keeps its caption, and nothing of the mark is seen', () => {
  const { container } = render(<MediaView text="[image, audio] My card" />)
  expect(screen.getByText('Photo')).toBeInTheDocument()
  expect(screen.getByText('Voice message')).toBeInTheDocument()
  expect(screen.getByText('My card')).toBeInTheDocument()
  expect(container).not.toHaveTextContent('[image')
})

test('in one line a picture is words too', () => {
  expect(lineOf('[image]')).toBe('Photo')
  expect(lineOf('[file] CSCS card')).toBe('Document: CSCS card')
  expect(lineOf('See you [later]')).toBe('See you [later]')
})
