import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Changing it tries again: the address, for instance. */
  resetKey: string;
  fallback: ReactNode;
  children: ReactNode;
}

interface ErrorBoundaryState {
  failedAt: string | undefined;
}

/** Shows a sentence instead of a white page when a screen fails; another address tries again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failedAt: undefined };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.resetKey });
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    const stillThere = failedAt === '' || failedAt === this.props.resetKey;
    return failedAt !== undefined && stillThere ? this.props.fallback : this.props.children;
  }
}
