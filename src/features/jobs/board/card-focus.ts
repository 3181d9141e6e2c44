/** Moves the focus between cards. A card that is on its way to another column takes it there. */

/** Puts the focus on an element once the present change is in the page. */
export function focusSoon(selector: string): void {
  // After a menu or dialog has given the focus back to what opened it.
  setTimeout(() => {
    document.querySelector<HTMLElement>(selector)?.focus()
  }, 60)
}

/** Puts the focus on a card, as soon as it is where it goes. */
export function focusCardSoon(candidateId: string): void {
  focusSoon(`[data-card-link="${CSS.escape(candidateId)}"]`)
}

/** True while a card is being dragged: then the arrow keys move it. */
export function isCardLifted(): boolean {
  return document.querySelector('[data-lifted]') !== null
}

const STEPS: Readonly<Record<string, readonly [columns: number, cards: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

/** The card that an arrow key leads to: the next of the column, or the nearest of the next column. */
export function neighbourOf(link: HTMLElement, key: string): HTMLElement | undefined {
  const step = STEPS[key]
  const column = link.closest('[data-column]')
  if (step === undefined || column === null) return undefined
  const [columns, cards] = step
  const linksIn = (element: Element | undefined): HTMLElement[] => [
    ...(element?.querySelectorAll<HTMLElement>('[data-card-link]') ?? []),
  ]
  if (cards !== 0) {
    const links = linksIn(column).toSorted((a, b) => middleOf(a) - middleOf(b))
    return links[links.indexOf(link) + cards]
  }
  const all = [...document.querySelectorAll('[data-column]')]
  const filled =
    columns < 0
      ? all.slice(0, all.indexOf(column)).toReversed()
      : all.slice(all.indexOf(column) + 1)
  const next = filled.find((each) => linksIn(each).length > 0)
  const here = middleOf(link)
  return linksIn(next).toSorted(
    (a, b) => Math.abs(middleOf(a) - here) - Math.abs(middleOf(b) - here),
  )[0]
}
