import type { ReactNode } from 'react'
import { Button } from './button'

interface ErrorStateProps {
  /** What happened. */
  title: string
  /** Why, and what to do. */
  children: ReactNode
  /** What an operator finds the request in the log by. */
  requestId?: string
  onRetry?: () => void
  /** Other ways out. */
  actions?: ReactNode
  /** Where it is all of the page, its title is the page's heading. */
  heading?: 'h1' | 'h2'
}

export function ErrorState({
  title,
  children,
  requestId,
  onRetry,
  actions,
  heading: Heading = 'h2',
}: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <Heading className="text-base font-semibold">{title}</Heading>
      <div className="text-ink-2">{children}</div>
      {requestId !== undefined && requestId !== '' && (
        <p className="text-xs text-ink-3">
          Request <code className="select-all">{requestId}</code>
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-center gap-2">
        {onRetry && (
          <Button look="primary" onClick={onRetry}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    </div>
  )
}
