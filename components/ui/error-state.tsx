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
}

export function ErrorState({ title, children, requestId, onRetry, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <h2 className="text-base font-semibold">{title}</h2>
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
