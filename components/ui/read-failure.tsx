import { ApiProblem } from '@/lib/client/api'
import { ErrorState } from './error-state'

interface ReadFailureProps {
  /** What could not be read. */
  title: string
  error: Error
  onRetry: () => void
}

/** Where a list stands otherwise: what the server said with the request's id, or that there was no answer. */
export function ReadFailure({ title, error, onRetry }: ReadFailureProps) {
  const problem = error instanceof ApiProblem ? error.problem : null
  return (
    <ErrorState title={title} requestId={problem?.request_id} onRetry={onRetry}>
      {problem?.detail ?? 'The server cannot be reached. Check that it runs and try again.'}
    </ErrorState>
  )
}
