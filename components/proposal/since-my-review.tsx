'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { useMe } from '@/lib/client/me'
import { reviewQueries } from '@/lib/client/review-queries'
import type { Draft } from '@/lib/contracts/draft'
import type { ProposalEntry, Review } from '@/lib/contracts/proposal'

const TextDiff = dynamic(() => import('@/components/versions/text-diff').then((module) => module.TextDiff), {
  ssr: false,
})

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
  const seen = useQuery(reviewQueries.revision(draft.id, last.revision))
  const did = last.event === 'approve' ? 'approved' : 'asked for changes on'
  const before = seen.data?.content
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
      {open && before === undefined && (
        <p className="px-3 py-2.5 text-ink-3">{seen.error === null ? 'Reading …' : seen.error.message}</p>
      )}
      {open && before !== undefined && (
        <>
          <p className="px-3 py-2.5 text-ink-2">{besides(before, draft)}</p>
          {before.schema_text !== draft.schema_text && (
            <TextDiff
              before={before.schema_text}
              after={draft.schema_text}
              layout="unified"
              change={null}
              isShort
            />
          )}
        </>
      )}
    </Box>
  )
}

type Content = Pick<
  Draft,
  'event_type' | 'description' | 'label' | 'summary' | 'schema_text' | 'examples_text' | 'base'
>

const PARTS = {
  event_type: 'the name',
  base: 'the version it continues',
  label: 'the version label',
  description: 'the description',
  examples_text: 'the examples',
  summary: 'the reason',
  schema_text: 'the schema',
} as const

/** Which parts of it are others now, in a sentence. */
function besides(before: Content, after: Content): string {
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => before[part] !== after[part])
  if (parts.length === 0) return 'It says again what you judged then.'
  const words = parts.map((part) => PARTS[part])
  const list = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
  return `Changed: ${list}.`
}
