'use client'

import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { ApiProblem } from '@/lib/client/api'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : null
  return (
    <ErrorState
      heading="h1"
      title={problem?.title ?? 'This page could not be shown'}
      requestId={problem?.request_id ?? digestOf(error)}
      onRetry={retry}
      actions={<LinkButton href="/catalog">Open the catalog</LinkButton>}
    >
      {problem?.detail ??
        'Something went wrong on the way. Try again; if it stays, the server’s log has the reason under the number below.'}
    </ErrorState>
  )
}

/** What the server's log calls an error it did not send to the browser. */
function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
