'use client'

import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/announcer'
import { useRebase } from '@/lib/client/review-mutations'
import type { Review } from '@/lib/contracts/proposal'

/** Another version was published while this one was written: the two are brought together first. */
export function OvertakenNotice({ review, onRebased }: { review: Review; onRebased?: () => void }) {
  const rebase = useRebase(review.id)
  if (review.overtaken_by === null) return null
  const conflicts = rebase.data?.conflicts ?? []
  function run(): void {
    rebase.mutate(review.revision, {
      onSuccess: ({ draft, conflicts: places }) => {
        announce(
          places.length === 0
            ? `It continues ${draft.base ?? ''} now`
            : `It continues ${draft.base ?? ''} now; look at ${places.join(', ')}, which both changed`,
        )
        onRebased?.()
      },
    })
  }
  return (
    <div
      role="status"
      className="mx-5 mb-3 flex flex-wrap items-center gap-2 rounded-md bg-risky-soft px-3 py-2 text-risky"
    >
      <p className="min-w-60 flex-1">
        ▲ Version {review.overtaken_by} was published meanwhile. Bring the two together before this is
        published; what changes is asked about again.
        {rebase.error && <span role="alert"> ✕ {rebase.error.message}</span>}
        {conflicts.length > 0 && ` Both changed ${conflicts.join(', ')}.`}
      </p>
      {review.allowed.includes('revise') && (
        <Button size="small" busy={rebase.isPending} onClick={run}>
          Bring together
        </Button>
      )}
    </div>
  )
}
