import { create } from 'zustand'

export type Toast = {
  readonly id: number
  readonly tone: 'done' | 'failed'
  /** What happened. */
  readonly title: string
  /** What to do about it. */
  readonly advice?: string | undefined
  /** Takes back what was done. */
  readonly undo?: (() => void | Promise<void>) | undefined
}

type ToastState = { readonly toasts: readonly Toast[] }

/** More than these would hide the page; the oldest gives way. */
const MOST_AT_ONCE = 3

let lastId = 0

/** The messages at the edge of the page. Only the app raises them. */
export const useToasts = create<ToastState>(() => ({ toasts: [] }))

/** Shows a message; the same one again replaces the one that stands. */
export function raiseToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  const raised = { ...toast, id: lastId }
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter(
      (other) => other.title !== toast.title || other.advice !== toast.advice,
    )
    return { toasts: [...others, raised].slice(-MOST_AT_ONCE) }
  })
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Takes all away, as at a sign-out. */
export function dismissToasts(): void {
  useToasts.setState({ toasts: [] })
}
