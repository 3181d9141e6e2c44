// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { VirtualList } from './virtual-list.tsx'

beforeEach(() => {
  // jsdom lays nothing out: a window 400 px high, with items of 40 px.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

test('of ten thousand items only those in sight are in the page, each knowing its place', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => `Person ${index + 1}`)
  render(
    <VirtualList label="People" items={items} itemKey={(item) => item} estimateHeight={40}>
      {(item) => item}
    </VirtualList>,
  )
  const shown = screen.getAllByRole('listitem')
  expect(shown.length).toBeLessThan(50)
  expect(shown[0]).toHaveAttribute('aria-posinset', '1')
  expect(shown[0]).toHaveAttribute('aria-setsize', '10000')
})
