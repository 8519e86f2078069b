'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { parseAsBoolean, useQueryState } from 'nuqs'
import { DraftScreen } from '@/components/draft/draft-screen'
import { draftQueries } from '@/lib/client/draft-queries'
import { reviewQueries } from '@/lib/client/review-queries'
import { OpenThreadsBox } from './open-threads-box'
import { OvertakenNotice } from './overtaken-notice'
import { ProposalScreen } from './proposal-screen'

/** A draft is written in the editor; what was handed in is read, and goes back there to be revised (`?edit=true`). */
export function ProposalPage({ id }: { id: string }) {
  const { data: draft } = useSuspenseQuery(draftQueries.detail(id))
  const { data: review } = useSuspenseQuery(reviewQueries.detail(id))
  const [edit] = useQueryState('edit', parseAsBoolean.withDefault(false))
  const mayRevise = review.allowed.includes('revise')
  if (draft.state !== 'draft' && !(edit && mayRevise)) return <ProposalScreen draft={draft} review={review} />
  return (
    <DraftScreen
      // Another version under it is another text: the editor begins anew.
      key={`${id} ${draft.base ?? ''}`}
      draft={draft}
      review={review}
      notice={draft.state === 'draft' ? <OvertakenNotice review={review} /> : null}
      Asked={OpenThreadsBox}
    />
  )
}
