import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  /** What is drawn; another one is tried again. */
  readonly subject: unknown
  /** Stands in for what cannot be drawn. */
  readonly fallback: ReactNode
  readonly children: ReactNode
}

interface BoundaryState {
  readonly subject: unknown
  readonly failed: boolean
}

/** Keeps what cannot be drawn from taking the rest of the page along. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { subject: this.props.subject, failed: false }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ subject }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return subject === state.subject ? null : { subject, failed: false }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
