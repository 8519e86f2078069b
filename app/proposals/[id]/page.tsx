import type { Metadata } from 'next'
import { ProposalPage } from '@/components/proposal/proposal-page'
import { Hydrate } from '@/components/shell/hydrate'
import { draftQueries } from '@/lib/client/draft-queries'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { reviewQueries } from '@/lib/client/review-queries'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { findAlike } from '@/lib/server/services/catalog/find-alike'
import { getDraft } from '@/lib/server/services/draft/get-draft'
import { getEventType } from '@/lib/server/services/catalog/get-event-type'
import { getReview } from '@/lib/server/services/proposal/get-review'

export const metadata: Metadata = { title: 'Proposal' }

export default async function DraftPage({ params }: PageProps<'/proposals/[id]'>) {
  const id = fromSegment((await params).id)
  const client = makeQueryClient()
  const actor = await pageActor()
  const draft = await orNotFound(getDraft(actor, { id }))
  client.setQueryData(draftQueries.detail(id).queryKey, draft)
  client.setQueryData(reviewQueries.detail(id).queryKey, await getReview(actor, { id }))
  const alike = await findAlike(actor, { id })
  client.setQueryData(draftQueries.alike(id, draft.revision).queryKey, alike.items)
  if (draft.event_type_exists) {
    const { queryKey } = eventTypeQueries.detail(draft.event_type)
    client.setQueryData(queryKey, await getEventType(actor, { name: draft.event_type }))
  }
  return (
    <Hydrate client={client}>
      <ProposalPage id={id} />
    </Hydrate>
  )
}
