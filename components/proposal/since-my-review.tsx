'use client'

import { useState } from 'react'
import { RevisionDifference } from '@/components/draft/revision-difference'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { useMe } from '@/lib/client/me'
import type { Draft } from '@/lib/contracts/draft'
import type { ProposalEntry, Review } from '@/lib/contracts/proposal'

/** For whoever is asked again: what changed since the revision they judged. Where nothing did it says nothing. */
export function SinceMyReview({ draft, review }: { draft: Draft; review: Review }) {
  const me = useMe()
  const last = review.entries.findLast(
    ({ event, by }) => by.id === me.id && (event === 'approve' || event === 'request-changes'),
  )
  if (!last || last.revision >= review.content_revision) return null
  return <Since key={last.id} draft={draft} last={last} />
}

function Since({ draft, last }: { draft: Draft; last: ProposalEntry }) {
  const [open, setOpen] = useState(true)
  const did = last.event === 'approve' ? 'approved' : 'asked for changes on'
  return (
    <Box
      className="overflow-hidden"
      title={`Since you ${did} revision ${last.revision}`}
      aside={
        <Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {open && (
        <RevisionDifference
          draft={draft}
          revision={last.revision}
          same="It says again what you judged then."
        />
      )}
    </Box>
  )
}
