'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { reviewQueries } from '@/lib/client/review-queries'
import type { Draft } from '@/lib/contracts/draft'
import { changedParts } from './changed-parts'

const TextDiff = dynamic(() => import('@/components/versions/text-diff').then((module) => module.TextDiff), {
  ssr: false,
})

interface RevisionDifferenceProps {
  draft: Draft
  revision: number
  /** What is said where nothing differs. */
  same: string
}

/** What changed from a revision to what is saved now: the parts in a sentence, and the schema's text. */
export function RevisionDifference({ draft, revision, same }: RevisionDifferenceProps) {
  const { data, error } = useQuery(reviewQueries.revision(draft.id, revision))
  const before = data?.content
  if (before === undefined)
    return <p className="px-3 py-2.5 text-ink-3">{error === null ? 'Reading …' : error.message}</p>
  return (
    <>
      <p className="px-3 py-2.5 text-ink-2">{changedParts(before, draft) ?? same}</p>
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
  )
}
