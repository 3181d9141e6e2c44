/**
 * Runs before every unit test file. Files that ask for jsdom get what browsers have and jsdom
 * lacks, the matchers of jest-dom, and a clean page after each test; the others get nothing.
 */
import { afterEach, beforeEach, vi } from 'vitest'

if (typeof window !== 'undefined') {
  await import('@testing-library/jest-dom/vitest')
  const { cleanup, configure } = await import('@testing-library/react')

  const { providePhoneFormat } = await import('../../src/ui/words/phone-format.ts')
  const { formatPhone } = await import('../../src/domain/phone/format-phone.ts')
  providePhoneFormat(() => Promise.resolve(formatPhone))

  // On a busy machine a page may take longer than the usual second to appear.
  configure({ asyncUtilTimeout: 4_000 })

  class ObserverStub {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): [] {
      return []
    }
  }

  vi.stubGlobal('ResizeObserver', ObserverStub)
  vi.stubGlobal('IntersectionObserver', ObserverStub)
  Object.defineProperty(document, 'fonts', { value: new EventTarget() })
  window.HTMLElement.prototype.scrollIntoView = () => {}
  window.HTMLElement.prototype.scrollTo = () => {}

  beforeEach(() => {
    window.matchMedia = (query: string) => ({
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
      dispatchEvent: () => false,
    })
  })

  afterEach(() => {
    cleanup()
    window.localStorage.clear()
  })
}
