import { Component, type ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'

type ErrorBoundaryProps = {
  readonly children: ReactNode
  /** Tells the data layer that failed queries may be asked again. */
  readonly onReset?: (() => void) | undefined
  /** A failure is forgotten when this changes: another record, a new sign-in. */
  readonly resetKey?: string | number | undefined
}

type ErrorBoundaryState = { readonly failure: { readonly error: unknown } | undefined }

/** Shows what failed below it in its place, with a way to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } }
  }

  // After the update, not while deriving state: the queries must be reset before they render.
  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.failure !== undefined) this.retry()
  }

  private readonly retry = (): void => {
    this.props.onReset?.()
    this.setState({ failure: undefined })
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return <ErrorState error={failure.error} onRetry={this.retry} />
  }
}
