import type { ReactNode } from 'react'
import { ApiProblem } from '@/lib/client/api'
import { Button } from './button'
import { ErrorState } from './error-state'

interface ReadFailureProps {
  /** What could not be read. */
  title: string
  error: Error
  onRetry: () => void
  /** Other ways out. */
  actions?: ReactNode
}

/** Where a page's content stands otherwise: what the server said with the request's id, or that there was no answer. */
export function ReadFailure({ title, error, onRetry, actions }: ReadFailureProps) {
  const { text, requestId } = told(error)
  return (
    <ErrorState title={title} requestId={requestId} onRetry={onRetry} actions={actions}>
      {text}
    </ErrorState>
  )
}

/** The same in a line, where a panel's content stands otherwise. */
export function PanelFailure({ error, onRetry }: Pick<ReadFailureProps, 'error' | 'onRetry'>) {
  const { text, requestId } = told(error)
  return (
    <div role="alert" className="mt-4 flex flex-col items-start gap-2 text-ink-2">
      <p>{text}</p>
      {requestId !== undefined && (
        <p className="text-xs text-ink-3">
          Request <code className="select-all">{requestId}</code>
        </p>
      )}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}

function told(error: Error): { text: string; requestId?: string | undefined } {
  return error instanceof ApiProblem
    ? { text: error.problem.detail, requestId: error.problem.request_id }
    : { text: 'The server cannot be reached. Check that it runs and try again.' }
}
